package dev.touchstone.rp.secret.vault;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.Seal;
import dev.touchstone.rp.secret.Seals;
import dev.touchstone.rp.secret.SecretRow;
import dev.touchstone.rp.secret.Secrets;
import dev.touchstone.rp.secret.key.EncryptionKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The seal whose key is among the secrets. Rotating the key of the secrets encrypts that one key
 * anew, however much is sealed with it.
 */
public final class KeptSeal implements Seals {

  private static final String NAME = "seal/data";

  private final MadeSecrets secrets;
  private final SecureRandom random;
  private volatile @Nullable Seal known;

  public KeptSeal(Secrets secrets, SecureRandom random) {
    this.secrets = new MadeSecrets(secrets);
    this.random = random;
  }

  @Override
  public Seal get() throws RelyingPartyException {
    Seal seal = known;
    if (seal == null) {
      byte[] value = secrets.findOrMake(NAME, this::made);
      seal = new UnderKey(EncryptionKey.of(Bytes.of(value)), random);
      Arrays.fill(value, (byte) 0);
      known = seal;
    }
    return seal;
  }

  private byte[] made() {
    byte[] bytes = new byte[EncryptionKey.LENGTH];
    random.nextBytes(bytes);
    return bytes;
  }

  private record UnderKey(EncryptionKey key, SecureRandom random) implements Seal {

    @Override
    public Bytes close(String name, byte[] value) {
      return key.encrypt(name, value, Instant.EPOCH, random).encrypted();
    }

    @Override
    public byte[] open(String name, Bytes sealed) throws SecretUnreadable {
      return key.decrypt(new SecretRow(name, key.id(), sealed, Instant.EPOCH));
    }
  }
}
