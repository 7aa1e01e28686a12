package dev.touchstone.app.trouble;

import dev.touchstone.key.ctap.KeyAgreementKey;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.PinUvAuthParam;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import dev.touchstone.key.ctap.yubikit.Ctap;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the arrays that a client derives from a PIN and gets for it: the hash of the PIN, the new
 * PIN filled up to 64 bytes, tokens. The arrays themselves, to see later whether they were wiped.
 */
final class Witness {

  private final List<byte[]> derived = new ArrayList<>();
  private int secretsOpen;

  /** Those that the client speaks. */
  List<PinUvAuthProtocol> protocols() {
    return Ctap.pinUvAuthProtocols().stream().<PinUvAuthProtocol>map(Watched::new).toList();
  }

  /** Every array that was encrypted, or was decrypted from what the key sent. */
  List<byte[]> derived() {
    return derived;
  }

  /** Secrets agreed on with the key that nobody has let go of. */
  int secretsOpen() {
    return secretsOpen;
  }

  private final class Watched implements PinUvAuthProtocol {

    private final PinUvAuthProtocol protocol;

    Watched(PinUvAuthProtocol protocol) {
      this.protocol = protocol;
    }

    @Override
    public int version() {
      return protocol.version();
    }

    @Override
    public SharedSecret encapsulate(KeyAgreementKey key) throws KeyException.ReplyGarbled {
      SharedSecret secret = protocol.encapsulate(key);
      secretsOpen++;
      return new WatchedSecret(secret);
    }

    @Override
    public PinUvAuthParam authenticate(byte[] token, byte[] message) {
      return protocol.authenticate(token, message);
    }
  }

  private final class WatchedSecret implements PinUvAuthProtocol.SharedSecret {

    private final PinUvAuthProtocol.SharedSecret secret;

    WatchedSecret(PinUvAuthProtocol.SharedSecret secret) {
      this.secret = secret;
    }

    @Override
    public KeyAgreementKey platformKey() {
      return secret.platformKey();
    }

    @Override
    public byte[] encrypt(byte[] plaintext) {
      derived.add(plaintext);
      return secret.encrypt(plaintext);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext) throws KeyException.ReplyGarbled {
      byte[] plaintext = secret.decrypt(ciphertext);
      derived.add(plaintext);
      return plaintext;
    }

    @Override
    public byte[] authenticate(byte[] message) {
      return secret.authenticate(message);
    }

    @Override
    public void close() {
      secretsOpen--;
      secret.close();
    }
  }
}
