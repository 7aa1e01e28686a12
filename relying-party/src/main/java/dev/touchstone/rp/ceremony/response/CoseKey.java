package dev.touchstone.rp.ceremony.response;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.account.Bytes;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * A credential public key in COSE_Key format (WebAuthn Level 3 §5.8.5 and §6.5.1.1, RFC 9053).
 *
 * @param algorithm number in the IANA COSE Algorithms registry
 * @param cbor the map
 */
public record CoseKey(int algorithm, CBORObject cbor) {

  private static final int KTY = 1;
  private static final int ALG = 3;
  private static final int CRV = -1;
  private static final int X = -2;
  private static final int Y = -3;
  private static final int RSA_N = -1;
  private static final int RSA_E = -2;

  /**
   * Reads the map and its algorithm.
   *
   * @throws Unreadable if it is no CBOR map with an algorithm
   */
  public static CoseKey parse(Bytes bytes) throws Unreadable {
    try {
      CBORObject cbor = CBORObject.DecodeFromBytes(bytes.toArray());
      if (cbor.getType() != CBORType.Map) {
        throw new Unreadable("the credential public key is no CBOR map");
      }
      return new CoseKey(integer(cbor, ALG, "alg"), cbor);
    } catch (CBORException e) {
      throw new Unreadable("the credential public key cannot be read as CBOR");
    }
  }

  /** Such as {@code ES256 (-7)}. */
  public String algorithmText() {
    return CoseAlgorithm.describe(algorithm);
  }

  /** The registry's name, or the number where it is unknown. */
  public String algorithmName() {
    return CoseAlgorithm.numbered(algorithm)
        .map(CoseAlgorithm::label)
        .orElse(Integer.toString(algorithm));
  }

  /**
   * The algorithm.
   *
   * @throws Unreadable if this program does not know it
   */
  public CoseAlgorithm knownAlgorithm() throws Unreadable {
    return CoseAlgorithm.numbered(algorithm)
        .orElseThrow(
            () -> new Unreadable("the algorithm %d is not one we can verify".formatted(algorithm)));
  }

  /**
   * The key for the JDK.
   *
   * @throws Unreadable if the algorithm is unknown, or the parameters are not those of §5.8.5
   */
  public PublicKey publicKey() throws Unreadable {
    try {
      return switch (knownAlgorithm()) {
        case ES256 -> ellipticCurve("secp256r1", 1, 32);
        case ES384 -> ellipticCurve("secp384r1", 2, 48);
        case ES512 -> ellipticCurve("secp521r1", 3, 66);
        case EDDSA, ED25519 -> edwards(NamedParameterSpec.ED25519, 6, 32);
        case ED448 -> edwards(NamedParameterSpec.ED448, 7, 57);
        case RS256, RS384, RS512, RS1 -> rsa();
      };
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new Unreadable(
          "the credential public key is no valid %s key".formatted(algorithmText()));
    }
  }

  private PublicKey ellipticCurve(String name, int curve, int size)
      throws GeneralSecurityException, Unreadable {
    expect(2, curve);
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(name));
    ECPoint point =
        new ECPoint(
            new BigInteger(1, bytes(X, "x", size).toArray()),
            new BigInteger(1, bytes(Y, "y", size).toArray()));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(point, parameters.getParameterSpec(ECParameterSpec.class)));
  }

  /** RFC 8032 §5.1.2: little endian, the highest bit is the sign of x. */
  private PublicKey edwards(NamedParameterSpec parameters, int curve, int size)
      throws GeneralSecurityException, Unreadable {
    expect(1, curve);
    byte[] raw = bytes(X, "x", size).toArray();
    boolean odd = (raw[size - 1] & 0x80) != 0;
    raw[size - 1] &= 0x7f;
    byte[] bigEndian = new byte[size];
    for (int i = 0; i < size; i++) {
      bigEndian[i] = raw[size - 1 - i];
    }
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
    return KeyFactory.getInstance(parameters.getName())
        .generatePublic(new EdECPublicKeySpec(parameters, point));
  }

  private PublicKey rsa() throws GeneralSecurityException, Unreadable {
    if (integer(cbor, KTY, "kty") != 3) {
      throw new Unreadable("the credential public key has not the key type of " + algorithmText());
    }
    return KeyFactory.getInstance("RSA")
        .generatePublic(
            new RSAPublicKeySpec(
                new BigInteger(1, bytes(RSA_N, "n").toArray()),
                new BigInteger(1, bytes(RSA_E, "e").toArray())));
  }

  private void expect(int keyType, int curve) throws Unreadable {
    if (integer(cbor, KTY, "kty") != keyType || integer(cbor, CRV, "crv") != curve) {
      throw new Unreadable(
          "the credential public key has not the key type and curve of " + algorithmText());
    }
  }

  private Bytes bytes(int label, String name, int size) throws Unreadable {
    Bytes bytes = bytes(label, name);
    if (bytes.length() != size) {
      throw new Unreadable(
          "the credential public key's '%s' has %d bytes and not %d"
              .formatted(name, bytes.length(), size));
    }
    return bytes;
  }

  private Bytes bytes(int label, String name) throws Unreadable {
    CBORObject value = cbor.get(CBORObject.FromObject(label));
    if (value == null || value.getType() != CBORType.ByteString) {
      throw new Unreadable("the credential public key has no byte string '%s'".formatted(name));
    }
    return Bytes.of(value.GetByteString());
  }

  private static int integer(CBORObject map, int label, String name) throws Unreadable {
    CBORObject value = map.get(CBORObject.FromObject(label));
    if (value == null || !value.isNumber() || !value.AsNumber().CanFitInInt32()) {
      throw new Unreadable("the credential public key has no integer '%s'".formatted(name));
    }
    return value.AsNumber().ToInt32Checked();
  }
}
