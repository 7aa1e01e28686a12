package dev.touchstone.rp.audit.chain;

import dev.touchstone.rp.account.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Optional;

/** One key pair, in memory. */
public final class Ed25519Signer implements CheckpointSigner, CheckpointKeys {

  private static final String ALGORITHM = "Ed25519";

  private final KeyPair pair;
  private final String keyId;

  public Ed25519Signer(KeyPair pair) {
    this.pair = pair;
    this.keyId = keyId(pair.getPublic());
  }

  /** How this key is named in a checkpoint. */
  public static String keyId(PublicKey key) {
    return Bytes.of(key.getEncoded()).sha256().base64Url();
  }

  /** Whether this signature was made by this key; false too if it is none at all. */
  public static boolean verifies(PublicKey key, Bytes message, Bytes signature) {
    try {
      Signature verifier = Signature.getInstance(ALGORITHM);
      verifier.initVerify(key);
      verifier.update(message.toArray());
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** For those who check what it signed. */
  public PublicKey publicKey() {
    return pair.getPublic();
  }

  @Override
  public String keyId() {
    return keyId;
  }

  @Override
  public Bytes sign(Bytes message) {
    try {
      Signature signer = Signature.getInstance(ALGORITHM);
      signer.initSign(pair.getPrivate());
      signer.update(message.toArray());
      return Bytes.of(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform of ours has Ed25519", e);
    }
  }

  @Override
  public Optional<PublicKey> find(String id) {
    return id.equals(keyId) ? Optional.of(pair.getPublic()) : Optional.empty();
  }
}
