package dev.touchstone.key.overheard;

import dev.touchstone.key.ctap.KeyAgreementKey;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.PinUvAuthParam;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.ctap.yubikit.Ctap;
import java.util.List;

/** Notes all that is ever encrypted, decrypted or signed between a client and its key. */
public record SpiedProtocol(PinUvAuthProtocol protocol) implements PinUvAuthProtocol {

  /** Those that the client speaks. */
  public static List<PinUvAuthProtocol> all() {
    return Ctap.pinUvAuthProtocols().stream().<PinUvAuthProtocol>map(SpiedProtocol::new).toList();
  }

  @Override
  public int version() {
    return protocol.version();
  }

  @Override
  public SharedSecret encapsulate(KeyAgreementKey key) throws KeyException.ReplyGarbled {
    return new Spied(protocol.encapsulate(key));
  }

  @Override
  public PinUvAuthParam authenticate(byte[] token, byte[] message) {
    KnownSecrets.add("token", token);
    return protocol.authenticate(token, message);
  }

  private record Spied(SharedSecret secret) implements SharedSecret {

    @Override
    public KeyAgreementKey platformKey() {
      return secret.platformKey();
    }

    @Override
    public byte[] encrypt(byte[] plaintext) {
      KnownSecrets.add("what is encrypted", plaintext);
      byte[] ciphertext = secret.encrypt(plaintext);
      KnownSecrets.add("ciphertext", ciphertext);
      return ciphertext;
    }

    @Override
    public byte[] decrypt(byte[] ciphertext) throws KeyException.ReplyGarbled {
      KnownSecrets.add("ciphertext", ciphertext);
      byte[] plaintext = secret.decrypt(ciphertext);
      KnownSecrets.add("what was decrypted", plaintext);
      return plaintext;
    }

    @Override
    public byte[] authenticate(byte[] message) {
      byte[] signature = secret.authenticate(message);
      KnownSecrets.add("proof", signature);
      return signature;
    }

    @Override
    public void close() {
      secret.close();
    }
  }
}
