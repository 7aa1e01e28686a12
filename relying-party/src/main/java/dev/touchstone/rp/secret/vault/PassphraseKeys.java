package dev.touchstone.rp.secret.vault;

import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.SecretRow;
import dev.touchstone.rp.secret.key.EncryptionKey;
import dev.touchstone.rp.secret.key.EncryptionKeys;
import dev.touchstone.rp.secret.key.KeySource;
import dev.touchstone.rp.secret.key.Passphrase;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keys in the database itself, encrypted under a passphrase. To change the passphrase encrypts the
 * keys anew, and no secret. The passphrase is asked for once: what is kept in memory is the key
 * that was derived from it.
 */
final class PassphraseKeys implements KeySource {

  /** Among the secrets, but none: it is left out where they are listed. */
  static final String NAME = "encryption-keys";

  private final Store store;
  private final Supplier<char[]> ask;
  private final InstantSource clock;
  private final SecureRandom random;
  private @Nullable Derived derived;

  PassphraseKeys(Store store, Supplier<char[]> ask, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.ask = ask;
    this.clock = clock;
    this.random = random;
  }

  /** What came out of the passphrase with these parameters. */
  private record Derived(Passphrase.Parameters parameters, EncryptionKey key) {}

  @Override
  public synchronized Optional<EncryptionKeys> read() throws RelyingPartyException {
    Optional<SecretRow> row = store.read(records -> records.secrets().find(NAME));
    return row.isEmpty() ? Optional.empty() : Optional.of(decrypt(row.get()));
  }

  private EncryptionKeys decrypt(SecretRow row) throws RelyingPartyException {
    Passphrase.Parameters parameters =
        Passphrase.Parameters.parse(row.keyId())
            .orElseThrow(() -> SecretUnreadable.damaged(NAME, null));
    EncryptionKey key = key(parameters);
    byte[] text;
    try {
      text = key.decrypt(row);
    } catch (SecretUnreadable e) {
      derived = null;
      throw new SecretUnreadable(
          "The passphrase for the secrets is wrong, or the row '%s' in the database is damaged; try the passphrase again, or restore a copy of the database."
              .formatted(NAME),
          e);
    }
    try {
      return EncryptionKeys.parse(new String(text, StandardCharsets.ISO_8859_1))
          .orElseThrow(() -> SecretUnreadable.damaged(NAME, null));
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  @Override
  public synchronized boolean create(EncryptionKeys keys) throws RelyingPartyException {
    SecretRow row = encrypt(keys, Passphrase.Parameters.strong(random));
    return store.write(records -> records.secrets().putIfAbsent(row));
  }

  @Override
  public synchronized boolean replace(EncryptionKeys before, EncryptionKeys after)
      throws RelyingPartyException {
    Optional<SecretRow> row = store.read(records -> records.secrets().find(NAME));
    if (row.isEmpty() || !decrypt(row.get()).equals(before)) {
      return false;
    }
    Derived known = derived;
    SecretRow fresh =
        encrypt(after, known == null ? Passphrase.Parameters.strong(random) : known.parameters());
    return store.write(records -> records.secrets().replace(row.get(), fresh));
  }

  private SecretRow encrypt(EncryptionKeys keys, Passphrase.Parameters parameters)
      throws SecretUnreadable {
    byte[] text = keys.text().getBytes(StandardCharsets.ISO_8859_1);
    try {
      SecretRow row = key(parameters).encrypt(NAME, text, clock.instant(), random);
      return new SecretRow(NAME, parameters.text(), row.encrypted(), row.changed());
    } finally {
      Arrays.fill(text, (byte) 0);
    }
  }

  private EncryptionKey key(Passphrase.Parameters parameters) throws SecretUnreadable {
    Derived known = derived;
    if (known != null && known.parameters().equals(parameters)) {
      return known.key();
    }
    char[] passphrase = ask.get();
    try {
      if (passphrase.length == 0) {
        throw new SecretUnreadable(
            "The secrets are encrypted under a passphrase and none was given; set"
                + " TOUCHSTONE_PASSPHRASE, or name a file with secrets.passphrase-file.");
      }
      EncryptionKey key = Passphrase.derive(passphrase, parameters);
      derived = new Derived(parameters, key);
      return key;
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  @Override
  public String place() {
    return "the database, under the passphrase";
  }
}
