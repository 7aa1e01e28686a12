package dev.touchstone.rp.cose;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoseKeyTest {

  private static final byte[] MESSAGE = {1, 2, 3};
  private static final KeyPair RSA = rsaPair();

  @ParameterizedTest
  @CsvSource({
    "secp256r1, 1, -7, SHA256withECDSA",
    "secp256r1, 1, -9, SHA256withECDSA",
    "secp384r1, 2, -35, SHA384withECDSA",
    "secp521r1, 3, -36, SHA512withECDSA"
  })
  void ellipticKeysVerify(String curve, int crv, int algorithm, String jca) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    KeyPair pair = generator.generateKeyPair();
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    CBORObject map = key(2, algorithm).Add(-1, crv);
    map.Add(-2, unsigned(key.getW().getAffineX())).Add(-3, unsigned(key.getW().getAffineY()));
    verifies(map, algorithm, sign(jca, pair));
  }

  @ParameterizedTest
  @CsvSource({"Ed25519, 6, -8", "Ed448, 7, -8", "Ed25519, 6, -19", "Ed448, 7, -53"})
  void edwardsKeysVerify(String curve, int crv, int algorithm) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance(curve).generateKeyPair();
    byte[] spki = pair.getPublic().getEncoded();
    byte[] x = Arrays.copyOfRange(spki, 12, spki.length);
    verifies(key(1, algorithm).Add(-1, crv).Add(-2, x), algorithm, sign(curve, pair));
  }

  @ParameterizedTest
  @CsvSource({
    "-257, SHA256withRSA",
    "-258, SHA384withRSA",
    "-259, SHA512withRSA",
    "-65535, SHA1withRSA"
  })
  void rsaKeysVerify(int algorithm, String jca) throws Exception {
    KeyPair pair = RSA;
    verifies(rsa(pair, algorithm), algorithm, sign(jca, pair));
  }

  @Test
  void pssSignaturesVerify() throws Exception {
    KeyPair pair = RSA;
    Signature signer = Signature.getInstance("RSASSA-PSS");
    signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE);
    verifies(rsa(pair, -37), -37, signer.sign());
  }

  @Test
  void aKeyThatDoesNotFitTheAlgorithmMakesTheSignatureInvalid() throws Exception {
    KeyPair pair = RSA;
    assertThat(CoseSignature.verify(-7, pair.getPublic(), MESSAGE, new byte[70]))
        .isEqualTo(CoseSignature.Outcome.INVALID);
  }

  @Test
  void anAlgorithmThatJavaCannotComputeIsUnsupported() throws Exception {
    KeyPair pair = RSA;
    assertThat(CoseSignature.verify(-47, pair.getPublic(), MESSAGE, new byte[70]))
        .isEqualTo(CoseSignature.Outcome.UNSUPPORTED);
    assertThat(CoseSignature.verify(-4711, pair.getPublic(), MESSAGE, new byte[70]))
        .isEqualTo(CoseSignature.Outcome.UNSUPPORTED);
  }

  @Test
  void unknownNumbersStayNumbers() {
    assertThat(CoseAlgorithm.describe(-7)).isEqualTo("ES256 (-7)");
    assertThat(CoseAlgorithm.describe(-4711)).isEqualTo("unknown (-4711)");
    assertThat(CoseKey.curveName(99)).isEqualTo("unknown");
    assertThat(new CoseKey(key(99, -7)).publicKey()).isEmpty();
  }

  @Test
  void damagedKeysAreNoKeys() {
    assertThat(new CoseKey(key(2, -7).Add(-1, 1).Add(-2, new byte[32])).publicKey()).isEmpty();
    assertThat(new CoseKey(key(1, -8).Add(-1, 6).Add(-2, new byte[5])).publicKey()).isEmpty();
    assertThat(new CoseKey(key(3, -257).Add(-1, "n").Add(-2, new byte[3])).publicKey()).isEmpty();
    assertThat(CoseKey.looksLike(CBORObject.NewMap().Add(1, 1.0))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"32", "40", "0", "200"})
  void aPointThatIsNotOnTheCurveIsNoKey(int length) {
    byte[] number = new byte[length];
    Arrays.fill(number, (byte) 5);
    CBORObject map = key(2, -7).Add(-1, 1).Add(-2, number).Add(-3, number);

    assertThat(new CoseKey(map).publicKey()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2, -7, 1, true",
    "2, -7, 2, false",
    "2, -35, 1, false",
    "1, -8, 7, false",
    "1, -7, 1, false",
    "2, -257, 1, false",
    "7, -48, 1, true"
  })
  void anAlgorithmTiesTypeAndCurve(int type, int algorithm, int curve, boolean fits) {
    assertThat(new CoseKey(key(type, algorithm).Add(-1, curve)).fitsAlgorithm()).isEqualTo(fits);
  }

  @Test
  void thePrivatePartIsSeen() {
    assertThat(new CoseKey(key(2, -7).Add(-4, new byte[32])).isPrivate()).isTrue();
    assertThat(new CoseKey(key(3, -257).Add(-3, new byte[32])).isPrivate()).isTrue();
    assertThat(new CoseKey(key(2, -7).Add(-3, new byte[32])).isPrivate()).isFalse();
  }

  private static void verifies(CBORObject map, int algorithm, byte[] signature) {
    var key = new CoseKey(map).publicKey().orElseThrow();
    assertThat(CoseSignature.verify(algorithm, key, MESSAGE, signature))
        .isEqualTo(CoseSignature.Outcome.VALID);
    assertThat(CoseSignature.verify(algorithm, key, new byte[] {9}, signature))
        .isEqualTo(CoseSignature.Outcome.INVALID);
  }

  private static byte[] sign(String jca, KeyPair pair) throws Exception {
    Signature signer = Signature.getInstance(jca);
    signer.initSign(pair.getPrivate());
    signer.update(MESSAGE);
    return signer.sign();
  }

  private static KeyPair rsaPair() {
    try {
      return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CBORObject rsa(KeyPair pair, int algorithm) {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return key(3, algorithm)
        .Add(-1, unsigned(key.getModulus()))
        .Add(-2, unsigned(key.getPublicExponent()));
  }

  private static CBORObject key(int type, int algorithm) {
    return CBORObject.NewMap().Add(1, type).Add(3, algorithm);
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
