package dev.touchstone.key.ctap.yubikit;

import dev.touchstone.key.ctap.CoseKey;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** Reads a COSE_Key, RFC 9053 §7: EC2 and OKP; RFC 8230: RSA. */
final class CoseKeyReader {

  private static final int KTY = 1;
  private static final int ALG = 3;

  /** SubjectPublicKeyInfo of Ed25519 up to the key, RFC 8410 §4. */
  private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private CoseKeyReader() {}

  static CoseKey read(ReplyMap map) throws ReplyGarbled {
    int algorithm = map.required(map.number(ALG), ALG).intValue();
    try {
      return new CoseKey(algorithm, publicKey(map));
    } catch (GeneralSecurityException e) {
      throw new ReplyGarbled("The key sent a public key that is none.", e);
    }
  }

  private static Optional<PublicKey> publicKey(ReplyMap map)
      throws ReplyGarbled, GeneralSecurityException {
    int kind = map.required(map.number(KTY), KTY).intValue();
    return switch (kind) {
      case 1 -> octetKeyPair(map);
      case 2 -> ellipticCurve(map);
      case 3 -> Optional.of(rsa(map));
      default -> Optional.empty();
    };
  }

  private static Optional<PublicKey> octetKeyPair(ReplyMap map)
      throws ReplyGarbled, GeneralSecurityException {
    if (curve(map) != 6) {
      return Optional.empty();
    }
    ByteArrayOutputStream info = new ByteArrayOutputStream();
    info.writeBytes(ED25519_PREFIX);
    info.writeBytes(map.requiredBytes(-2).toArray());
    return Optional.of(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new X509EncodedKeySpec(info.toByteArray())));
  }

  private static Optional<PublicKey> ellipticCurve(ReplyMap map)
      throws ReplyGarbled, GeneralSecurityException {
    String curve =
        switch (curve(map)) {
          case 1 -> "secp256r1";
          case 2 -> "secp384r1";
          case 3 -> "secp521r1";
          default -> "";
        };
    if (curve.isEmpty()) {
      return Optional.empty();
    }
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    ECPoint point = new ECPoint(unsigned(map, -2), unsigned(map, -3));
    return Optional.of(
        KeyFactory.getInstance("EC")
            .generatePublic(
                new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class))));
  }

  private static PublicKey rsa(ReplyMap map) throws ReplyGarbled, GeneralSecurityException {
    return KeyFactory.getInstance("RSA")
        .generatePublic(new RSAPublicKeySpec(unsigned(map, -1), unsigned(map, -2)));
  }

  private static int curve(ReplyMap map) throws ReplyGarbled {
    return map.required(map.number(-1), -1).intValue();
  }

  private static BigInteger unsigned(ReplyMap map, int member) throws ReplyGarbled {
    return new BigInteger(1, map.requiredBytes(member).toArray());
  }
}
