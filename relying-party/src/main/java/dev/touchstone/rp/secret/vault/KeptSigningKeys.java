package dev.touchstone.rp.secret.vault;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.MacKey;
import dev.touchstone.rp.secret.Secrets;
import dev.touchstone.rp.secret.SigningKey;
import dev.touchstone.rp.secret.SigningKeys;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;

/** Signing keys among the secrets. */
public final class KeptSigningKeys implements SigningKeys {

  private static final int MAC_KEY_LENGTH = 32;
  private static final int ID_LENGTH = 12;

  private final MadeSecrets secrets;
  private final SecureRandom random;
  private final Map<String, MacKey> macKeys = new ConcurrentHashMap<>();
  private final Map<String, SigningKey> signingKeys = new ConcurrentHashMap<>();

  public KeptSigningKeys(Secrets secrets, SecureRandom random) {
    this.secrets = new MadeSecrets(secrets);
    this.random = random;
  }

  @Override
  public MacKey challengeTokens() throws RelyingPartyException {
    return macKey("signing/challenge-token");
  }

  @Override
  public MacKey oneTimeCodes() throws RelyingPartyException {
    return macKey("signing/one-time-codes");
  }

  @Override
  public SigningKey auditCheckpoints() throws RelyingPartyException {
    return signingKey("signing/audit-checkpoint", KeyPairs.ED25519);
  }

  private MacKey macKey(String name) throws RelyingPartyException {
    MacKey known = macKeys.get(name);
    if (known != null) {
      return known;
    }
    byte[] value = secrets.findOrMake(name, this::randomBytes);
    try {
      // One way, and another hash than any MAC of it.
      String id =
          Bytes.ofUtf8("touchstone " + name)
              .plus(Bytes.of(value))
              .sha256()
              .slice(0, ID_LENGTH)
              .base64Url();
      MacKey key = new MacKey(id, new SecretKeySpec(value, "HmacSHA256"));
      macKeys.put(name, key);
      return key;
    } finally {
      Arrays.fill(value, (byte) 0);
    }
  }

  private SigningKey signingKey(String name, KeyPairs kind) throws RelyingPartyException {
    SigningKey known = signingKeys.get(name);
    if (known != null) {
      return known;
    }
    byte[] value = secrets.findOrMake(name, kind::made);
    try {
      SigningKey key = kind.read(value).orElseThrow(() -> SecretUnreadable.damaged(name, null));
      signingKeys.put(name, key);
      return key;
    } finally {
      Arrays.fill(value, (byte) 0);
    }
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[MAC_KEY_LENGTH];
    random.nextBytes(bytes);
    return bytes;
  }
}
