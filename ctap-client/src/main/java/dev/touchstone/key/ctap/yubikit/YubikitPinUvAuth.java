package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.util.Pair;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocol;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.KeyAgreementKey;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.PinUvAuthParam;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** yubikit's cryptography of PIN/UV auth protocols one and two, CTAP 2.3 §6.5.6 and §6.5.7. */
record YubikitPinUvAuth(PinUvAuthProtocol protocol)
    implements dev.touchstone.key.ctap.PinUvAuthProtocol {

  private static final int BLOCK = 16;
  private static final int COORDINATE_LENGTH = 32;

  @Override
  public int version() {
    return protocol.getVersion();
  }

  @Override
  public SharedSecret encapsulate(KeyAgreementKey key) throws ReplyGarbled {
    if (key.x().length() != COORDINATE_LENGTH || key.y().length() != COORDINATE_LENGTH) {
      throw new ReplyGarbled("The key's key-agreement key is not one of P-256.");
    }
    try {
      Pair<Map<Integer, ?>, byte[]> agreed =
          protocol.encapsulate(
              Map.of(1, 2, 3, -25, -1, 1, -2, key.x().toArray(), -3, key.y().toArray()));
      return new Agreed(protocol, platformKey(agreed.first), agreed.second);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new ReplyGarbled("The key's key-agreement key is not a point on P-256.", e);
    }
  }

  @Override
  public PinUvAuthParam authenticate(byte[] token, byte[] message) {
    return new PinUvAuthParam(version(), Bytes.of(protocol.authenticate(token, message)));
  }

  private static KeyAgreementKey platformKey(Map<Integer, ?> coseKey) {
    return new KeyAgreementKey(coordinate(coseKey, -2), coordinate(coseKey, -3));
  }

  private static Bytes coordinate(Map<Integer, ?> coseKey, int member) {
    return Bytes.of((byte[]) Objects.requireNonNull(coseKey.get(member)));
  }

  private static final class Agreed implements SharedSecret {
    private final PinUvAuthProtocol protocol;
    private final KeyAgreementKey platformKey;
    private final byte[] secret;

    Agreed(PinUvAuthProtocol protocol, KeyAgreementKey platformKey, byte[] secret) {
      this.protocol = protocol;
      this.platformKey = platformKey;
      this.secret = secret;
    }

    @Override
    public KeyAgreementKey platformKey() {
      return platformKey;
    }

    @Override
    public byte[] encrypt(byte[] plaintext) {
      return protocol.encrypt(secret, plaintext);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext) throws ReplyGarbled {
      if (ciphertext.length % BLOCK != 0 || ciphertext.length < 2 * BLOCK) {
        throw new ReplyGarbled("The key sent an encrypted value of an impossible length.");
      }
      return protocol.decrypt(secret, ciphertext);
    }

    @Override
    public byte[] authenticate(byte[] message) {
      return protocol.authenticate(secret, message);
    }

    @Override
    public void close() {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
