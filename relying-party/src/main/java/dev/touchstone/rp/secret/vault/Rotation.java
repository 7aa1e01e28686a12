package dev.touchstone.rp.secret.vault;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.SecretKeys;
import dev.touchstone.rp.secret.SecretRow;
import dev.touchstone.rp.secret.key.EncryptionKey;
import dev.touchstone.rp.secret.key.EncryptionKeys;
import dev.touchstone.rp.secret.key.KeySource;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Exchanges the key that encrypts, while the secrets are in use. */
final class Rotation implements SecretKeys {

  private final Store store;
  private final KeySource source;
  private final Vault vault;
  private final SecureRandom random;

  Rotation(Store store, KeySource source, Vault vault, SecureRandom random) {
    this.store = store;
    this.source = source;
    this.vault = vault;
    this.random = random;
  }

  @Override
  public State state() throws RelyingPartyException {
    List<String> ids =
        vault
            .read()
            .map(keys -> keys.all().stream().map(EncryptionKey::id).toList())
            .orElse(List.of());
    TreeMap<String, Integer> secrets = new TreeMap<>();
    vault.names().forEach(row -> secrets.merge(row.keyId(), 1, Integer::sum));
    return new State(source.place(), ids, secrets);
  }

  /** The new key is kept before anything is encrypted under it. */
  @Override
  public State rotate() throws RelyingPartyException {
    EncryptionKeys before = vault.readOrMake();
    EncryptionKeys after = before.rotated(random);
    replace(before, after);
    for (SecretRow row : vault.names()) {
      encryptAnew(row, after.current());
    }
    return state();
  }

  private void encryptAnew(SecretRow first, EncryptionKey key) throws RelyingPartyException {
    Optional<SecretRow> row = Optional.of(first);
    while (row.isPresent() && !row.get().keyId().equals(key.id())) {
      SecretRow old = row.get();
      byte[] value = vault.decrypt(old);
      try {
        SecretRow fresh = key.encrypt(old.name(), value, old.changed(), random);
        if (store.<Boolean>write(records -> records.secrets().replace(old, fresh))) {
          return;
        }
      } finally {
        Arrays.fill(value, (byte) 0);
      }
      // Somebody gave it another value meanwhile.
      row = store.read(records -> records.secrets().find(old.name()));
    }
  }

  @Override
  public State forgetOld() throws RelyingPartyException {
    Optional<EncryptionKeys> before = vault.read();
    if (before.isPresent()) {
      Set<String> used = vault.names().stream().map(SecretRow::keyId).collect(Collectors.toSet());
      EncryptionKeys after = before.get().withOnly(used);
      if (!after.equals(before.get())) {
        replace(before.get(), after);
      }
    }
    return state();
  }

  private void replace(EncryptionKeys before, EncryptionKeys after) throws RelyingPartyException {
    if (!source.replace(before, after)) {
      throw new SecretUnreadable(
          "Somebody else changed the keys in %s at the same moment; nothing was changed here, look at them and try again."
              .formatted(source.place()));
    }
    vault.read();
  }
}
