package dev.touchstone.rp.secret.vault;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.SecretKeys;
import dev.touchstone.rp.secret.SecretRow;
import dev.touchstone.rp.secret.Secrets;
import dev.touchstone.rp.secret.key.EncryptionKey;
import dev.touchstone.rp.secret.key.EncryptionKeys;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.secret.key.KeySource;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in the table {@code secret}. The keys are read before a transaction begins, so that
 * nobody waits for a keychain or a passphrase while the store is locked.
 */
public final class Vault implements Secrets {

  private final Store store;
  private final KeySource source;
  private final InstantSource clock;
  private final SecureRandom random;
  private volatile @Nullable EncryptionKeys known;

  /** Secrets in this store, encrypted under keys from this source. */
  public Vault(Store store, KeySource source, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.source = source;
    this.clock = clock;
    this.random = random;
  }

  /** Secrets in this store, encrypted under keys in this place. */
  public static Vault at(Store store, KeyPlace place, InstantSource clock, SecureRandom random) {
    KeySource source =
        switch (place) {
          case KeyPlace.Outside outside -> outside.source();
          case KeyPlace.UnderPassphrase under ->
              new PassphraseKeys(store, under.passphrase(), clock, random);
        };
    return new Vault(store, source, clock, random);
  }

  @Override
  public Optional<byte[]> get(String name) throws RelyingPartyException {
    Optional<SecretRow> row = store.read(records -> records.secrets().find(name));
    return row.isEmpty() ? Optional.empty() : Optional.of(decrypt(row.get()));
  }

  @Override
  public void put(String name, byte[] value) throws RelyingPartyException {
    SecretRow row = encrypt(name, value);
    store.write(records -> {
      records.secrets().put(row);
      return row;
    });
  }

  @Override
  public boolean putIfAbsent(String name, byte[] value) throws RelyingPartyException {
    SecretRow row = encrypt(name, value);
    return store.write(records -> records.secrets().putIfAbsent(row));
  }

  @Override
  public boolean delete(String name) throws RelyingPartyException {
    return store.write(records -> records.secrets().delete(name));
  }

  @Override
  public List<SecretRow> names() throws RelyingPartyException {
    return store.read(records -> records.secrets().all()).stream()
        .filter(row -> !row.name().equals(PassphraseKeys.NAME))
        .toList();
  }

  private SecretRow encrypt(String name, byte[] value) throws RelyingPartyException {
    return currentKey().encrypt(name, value, clock.instant(), random);
  }

  byte[] decrypt(SecretRow row) throws RelyingPartyException {
    return keyOf(row).decrypt(row);
  }

  /** A row may be under a key that another process made since the keys were read. */
  private EncryptionKey keyOf(SecretRow row) throws RelyingPartyException {
    EncryptionKeys keys = known;
    Optional<EncryptionKey> key = keys == null ? Optional.empty() : keys.withId(row.keyId());
    if (key.isEmpty()) {
      key = read().flatMap(fresh -> fresh.withId(row.keyId()));
    }
    return key.orElseThrow(
        () -> SecretUnreadable.keyMissing(row.name(), row.keyId(), source.place()));
  }

  /** Read anew, because an old key must not encrypt once another process has rotated it. */
  private EncryptionKey currentKey() throws RelyingPartyException {
    return readOrMake().current();
  }

  EncryptionKeys readOrMake() throws RelyingPartyException {
    Optional<EncryptionKeys> keys = read();
    return keys.isPresent() ? keys.get() : make();
  }

  /** The keys under which all this is encrypted. */
  public SecretKeys keys() {
    return new Rotation(store, source, this, random);
  }

  /**
   * Only where nothing was encrypted yet. Otherwise the keys are elsewhere, and new ones would hide
   * that until it is too late.
   */
  private EncryptionKeys make() throws RelyingPartyException {
    List<SecretRow> rows = names();
    if (!rows.isEmpty()) {
      Optional<EncryptionKeys> meanwhile = read();
      if (meanwhile.isPresent()) {
        return meanwhile.get(); // another made them and was the first to use them
      }
      SecretRow first = rows.getFirst();
      throw SecretUnreadable.keyMissing(first.name(), first.keyId(), source.place());
    }
    EncryptionKeys made = EncryptionKeys.made(random);
    if (source.create(made)) {
      known = made;
      return made;
    }
    return read()
        .orElseThrow(
            () -> new SecretUnreadable("The keys in %s went away.".formatted(source.place())));
  }

  Optional<EncryptionKeys> read() throws RelyingPartyException {
    Optional<EncryptionKeys> keys = source.read();
    known = keys.orElse(null);
    return keys;
  }
}
