package dev.touchstone.rp.attestation.statement;

import dev.touchstone.rp.cose.CoseKey;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/** {@code pubArea}: TPMT_PUBLIC (TPM Library Part 2 §12.2.4) of an RSA or ECC key. */
final class TpmPublicArea {

  private static final int RSA = 0x0001;
  private static final int ECC = 0x0023;
  private static final int NULL = 0x0010;
  private static final long DEFAULT_EXPONENT = 65537;
  private static final int COSE_EC2 = 2;
  private static final int COSE_RSA = 3;
  private static final Map<Integer, String> DIGESTS =
      Map.of(0x0004, "SHA-1", 0x000b, "SHA-256", 0x000c, "SHA-384", 0x000d, "SHA-512");

  /** TPM_ECC_NIST_P256, P384, P521 to COSE curves. */
  private static final Map<Integer, Integer> CURVES = Map.of(0x0003, 1, 0x0004, 2, 0x0005, 3);

  private final int nameAlgorithm;
  private final int coseType;
  private final int coseCurve;
  private final BigInteger first;
  private final BigInteger second;

  private TpmPublicArea(
      int nameAlgorithm, int coseType, int coseCurve, BigInteger first, BigInteger second) {
    this.nameAlgorithm = nameAlgorithm;
    this.coseType = coseType;
    this.coseCurve = coseCurve;
    this.first = first;
    this.second = second;
  }

  static TpmPublicArea read(byte[] pubArea) throws Refusal {
    TpmBytes bytes = new TpmBytes(pubArea, "pubArea");
    int type = bytes.uint16();
    int nameAlgorithm = bytes.uint16();
    bytes.uint32();
    bytes.sized();
    if (bytes.uint16() != NULL) {
      bytes.skip(4);
    }
    if (bytes.uint16() != NULL) {
      bytes.skip(2);
    }
    return switch (type) {
      case RSA -> rsa(bytes, nameAlgorithm);
      case ECC -> elliptic(bytes, nameAlgorithm);
      default -> throw Refusal.malformed("pubArea holds neither an RSA nor an ECC key");
    };
  }

  /** The key's Name: nameAlg, then the hash of the public area (TPM Library Part 1 §16). */
  byte[] name(byte[] pubArea) throws Refusal {
    String digest = DIGESTS.get(nameAlgorithm);
    if (digest == null) {
      throw Refusal.malformed(
          "pubArea uses a hash that this program does not know (0x%04x)".formatted(nameAlgorithm));
    }
    return Evidence.concatenate(
        ByteBuffer.allocate(2).putShort((short) nameAlgorithm).array(),
        Evidence.digest(digest, pubArea));
  }

  /** Whether this is the given key. */
  boolean matches(CoseKey key) {
    boolean rsa = coseType == COSE_RSA;
    Optional<byte[]> one = key.bytes(rsa ? -1 : -2);
    Optional<byte[]> two = key.bytes(rsa ? -2 : -3);
    return key.keyType().orElse(0) == coseType
        && (rsa || CoseKey.integer(key.map(), -1).orElse(0) == coseCurve)
        && one.filter(it -> new BigInteger(1, it).equals(first)).isPresent()
        && two.filter(it -> new BigInteger(1, it).equals(second)).isPresent();
  }

  private static TpmPublicArea rsa(TpmBytes bytes, int nameAlgorithm) throws Refusal {
    bytes.uint16();
    long exponent = bytes.uint32();
    BigInteger modulus = new BigInteger(1, bytes.sized());
    return new TpmPublicArea(
        nameAlgorithm,
        COSE_RSA,
        0,
        modulus,
        BigInteger.valueOf(exponent == 0 ? DEFAULT_EXPONENT : exponent));
  }

  private static TpmPublicArea elliptic(TpmBytes bytes, int nameAlgorithm) throws Refusal {
    int curve = CURVES.getOrDefault(bytes.uint16(), 0);
    if (bytes.uint16() != NULL) {
      bytes.skip(2);
    }
    BigInteger x = new BigInteger(1, bytes.sized());
    BigInteger y = new BigInteger(1, bytes.sized());
    return new TpmPublicArea(nameAlgorithm, COSE_EC2, curve, x, y);
  }
}
