package dev.touchstone.rp.cose;

import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A COSE_Key map (RFC 9052 §7) as authenticators send it.
 *
 * @param map from integer labels to values
 */
public record CoseKey(CBORObject map) {

  private static final int KTY = 1;
  private static final int ALG = 3;
  private static final Map<Integer, String> KEY_TYPES =
      Map.of(1, "OKP", 2, "EC2", 3, "RSA", 4, "Symmetric", 7, "AKP");
  private static final Map<Integer, String> CURVES =
      Map.of(
          1,
          "P-256",
          2,
          "P-384",
          3,
          "P-521",
          4,
          "X25519",
          5,
          "X448",
          6,
          "Ed25519",
          7,
          "Ed448",
          8,
          "secp256k1");
  private static final Map<Integer, String> JCA_CURVES =
      Map.of(1, "secp256r1", 2, "secp384r1", 3, "secp521r1");
  private static final Map<Integer, String> SPKI_PREFIXES =
      Map.of(6, "302a300506032b6570032100", 7, "3043300506032b6571033a00");

  /** Whether a map looks like a COSE key: label 1 has a known key type. */
  public static boolean looksLike(CBORObject value) {
    return value.getType() == CBORType.Map && KEY_TYPES.containsKey(integer(value, KTY).orElse(0));
  }

  public OptionalInt keyType() {
    return integer(map, KTY);
  }

  public OptionalInt algorithm() {
    return integer(map, ALG);
  }

  /** Name of a key type number, or {@code unknown}. */
  public static String keyTypeName(int kty) {
    return KEY_TYPES.getOrDefault(kty, "unknown");
  }

  /** Name of a curve number, or {@code unknown}. */
  public static String curveName(int crv) {
    return CURVES.getOrDefault(crv, "unknown");
  }

  /** Labels that hold private parts for this key type (RFC 9053 §7, RFC 8230 §4). */
  public Set<Integer> privateLabels() {
    return switch (keyType().orElse(0)) {
      case 1, 2 -> Set.of(-4);
      case 3 -> Set.of(-3, -4, -5, -6, -7, -8, -9, -10, -11, -12);
      case 4 -> Set.of(-1);
      case 7 -> Set.of(-2);
      default -> Set.of();
    };
  }

  /** Whether a private part is in it. */
  public boolean isPrivate() {
    return privateLabels().stream().anyMatch(label -> map.get(label) != null);
  }

  /**
   * Whether key type and curve are those that WebAuthn Level 3 §5.8.5 and RFC 9864 tie to the
   * algorithm; an algorithm that they do not mention fits any key.
   */
  public boolean fitsAlgorithm() {
    int type = keyType().orElse(0);
    int curve = integer(map, -1).orElse(0);
    return switch (algorithm().orElse(0)) {
      case -7, -9 -> type == 2 && curve == 1;
      case -35, -51 -> type == 2 && curve == 2;
      case -36, -52 -> type == 2 && curve == 3;
      case -8, -19 -> type == 1 && curve == 6;
      case -53 -> type == 1 && curve == 7;
      case -37, -38, -39, -257, -258, -259, -65535 -> type == 3;
      default -> true;
    };
  }

  /**
   * The key for use with {@link CoseSignature}; empty where type or curve are not supported or
   * damaged, or the point is not on the curve.
   */
  public Optional<PublicKey> publicKey() {
    try {
      return switch (keyType().orElse(0)) {
        case 1 -> edwards();
        case 2 -> elliptic();
        case 3 -> rsa();
        default -> Optional.empty();
      };
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** A byte string under a label. */
  public Optional<byte[]> bytes(int label) {
    CBORObject value = map.get(label);
    return value != null && value.getType() == CBORType.ByteString
        ? Optional.of(value.GetByteString())
        : Optional.empty();
  }

  private Optional<PublicKey> elliptic() throws GeneralSecurityException {
    String curve = JCA_CURVES.get(integer(map, -1).orElse(0));
    Optional<byte[]> x = bytes(-2);
    Optional<byte[]> y = bytes(-3);
    if (curve == null || x.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    ECParameterSpec domain = parameters.getParameterSpec(ECParameterSpec.class);
    ECPoint point = new ECPoint(new BigInteger(1, x.get()), new BigInteger(1, y.get()));
    if (!isOn(domain.getCurve(), point)) {
      return Optional.empty();
    }
    return Optional.of(
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, domain)));
  }

  /** Java itself looks only when it verifies, and stumbles over numbers that are too large. */
  private static boolean isOn(EllipticCurve curve, ECPoint point) {
    BigInteger p = ((ECFieldFp) curve.getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
      return false;
    }
    BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB());
    return y.pow(2).subtract(right).mod(p).signum() == 0;
  }

  private Optional<PublicKey> edwards() throws GeneralSecurityException {
    String prefix = SPKI_PREFIXES.get(integer(map, -1).orElse(0));
    Optional<byte[]> x = bytes(-2);
    if (prefix == null || x.isEmpty()) {
      return Optional.empty();
    }
    byte[] spki = HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(x.get()));
    return Optional.of(
        KeyFactory.getInstance("EdDSA").generatePublic(new X509EncodedKeySpec(spki)));
  }

  private Optional<PublicKey> rsa() throws GeneralSecurityException {
    Optional<byte[]> n = bytes(-1);
    Optional<byte[]> e = bytes(-2);
    if (n.isEmpty() || e.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        KeyFactory.getInstance("RSA")
            .generatePublic(
                new RSAPublicKeySpec(new BigInteger(1, n.get()), new BigInteger(1, e.get()))));
  }

  /** An integer under a label, if it is one and fits. */
  public static OptionalInt integer(CBORObject map, int label) {
    CBORObject value = map.get(label);
    return value != null && value.getType() == CBORType.Integer && value.CanValueFitInInt32()
        ? OptionalInt.of(value.AsInt32Value())
        : OptionalInt.empty();
  }
}
