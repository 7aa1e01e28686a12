package dev.touchstone.app.jwt;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The algorithms of RFC 7518 §3.1 and of RFC 8037 §3.1, without {@code none}. */
public enum JwtAlgorithm {
  HS256("HmacSHA256", "", 32),
  HS384("HmacSHA384", "", 48),
  HS512("HmacSHA512", "", 64),
  RS256("SHA256withRSA", "", 0),
  RS384("SHA384withRSA", "", 0),
  RS512("SHA512withRSA", "", 0),
  PS256("RSASSA-PSS", "SHA-256", 32),
  PS384("RSASSA-PSS", "SHA-384", 48),
  PS512("RSASSA-PSS", "SHA-512", 64),
  ES256("SHA256withECDSAinP1363Format", "secp256r1", 64),
  ES384("SHA384withECDSAinP1363Format", "secp384r1", 96),
  ES512("SHA512withECDSAinP1363Format", "secp521r1", 132),
  EDDSA("EdDSA", "Ed25519", 64);

  private final String name;
  private final String detail;
  private final int size;

  JwtAlgorithm(String name, String detail, int size) {
    this.name = name;
    this.detail = detail;
    this.size = size;
  }

  /** As tokens name it. */
  public String word() {
    return this == EDDSA ? "EdDSA" : name();
  }

  /** The one that a token names, letter by letter; empty for {@code none} and unknown ones. */
  public static Optional<JwtAlgorithm> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  /** Whether both sides share the key. */
  public boolean isHmac() {
    return name.startsWith("Hmac");
  }

  boolean isEcdsa() {
    return name.endsWith("P1363Format");
  }

  /** Bytes of a signature of ECDSA; for HMAC, of its hash. */
  int size() {
    return size;
  }

  /** Whether a key is one for this algorithm: kind, and for ECDSA the curve. */
  public boolean fits(JwtKey key) {
    return switch (key) {
      case JwtKey.Secret _ -> isHmac();
      case JwtKey.Public(_, _, var it) -> fits(it);
      case JwtKey.Private(_, _, var it) -> fits(it);
    };
  }

  private boolean fits(Key key) {
    return switch (this) {
      case HS256, HS384, HS512 -> false;
      case RS256, RS384, RS512, PS256, PS384, PS512 -> key instanceof RSAKey;
      case ES256, ES384, ES512 -> key instanceof ECKey it && isCurve(it.getParams());
      case EDDSA -> key instanceof EdECKey;
    };
  }

  private boolean isCurve(ECParameterSpec parameters) {
    return parameters.getCurve().equals(curve(detail).getCurve())
        && parameters.getOrder().equals(curve(detail).getOrder());
  }

  static ECParameterSpec curve(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has the curves of NIST", e);
    }
  }

  /** The algorithm that a key is usually used with. */
  static JwtAlgorithm usual(JwtKey key) throws JwtProblem {
    Optional<JwtAlgorithm> said = key.algorithm().flatMap(JwtAlgorithm::of);
    if (said.isPresent()) {
      return said.get();
    }
    return Arrays.stream(values())
        .filter(it -> it.fits(key))
        .findFirst()
        .orElseThrow(() -> new JwtProblem("This kind of key signs no JWT.", ""));
  }

  byte[] sign(JwtKey key, byte[] bytes) throws JwtProblem {
    try {
      return switch (key) {
        case JwtKey.Secret(_, _, var secret) -> mac(secret, bytes);
        case JwtKey.Private(_, _, var it) -> sign(it, bytes);
        case JwtKey.Public _ ->
            throw new JwtProblem("A public key signs nothing.", "Give the private one.");
      };
    } catch (GeneralSecurityException e) {
      throw new JwtProblem(
          "The key cannot sign with %s.".formatted(word()), "Choose another --alg or key.");
    }
  }

  boolean verify(JwtKey key, byte[] bytes, byte[] signature) {
    try {
      return switch (key) {
        case JwtKey.Secret(_, _, var secret) ->
            MessageDigest.isEqual(mac(secret, bytes), signature);
        case JwtKey.Public(_, _, var it) -> verify(it, bytes, signature);
        case JwtKey.Private _ -> false;
      };
    } catch (GeneralSecurityException e) {
      return false; // a signature that cannot be one
    }
  }

  private byte[] mac(byte[] secret, byte[] bytes) throws GeneralSecurityException {
    if (secret.length == 0) {
      throw new InvalidKeyException("empty");
    }
    Mac mac = Mac.getInstance(name);
    mac.init(new SecretKeySpec(secret, name));
    return mac.doFinal(bytes);
  }

  private byte[] sign(PrivateKey key, byte[] bytes) throws GeneralSecurityException {
    Signature signature = signature();
    signature.initSign(key);
    signature.update(bytes);
    return signature.sign();
  }

  private boolean verify(PublicKey key, byte[] bytes, byte[] signed)
      throws GeneralSecurityException {
    if (isEcdsa() && signed.length != size) {
      return false;
    }
    Signature signature = signature();
    signature.initVerify(key);
    signature.update(bytes);
    return signature.verify(signed);
  }

  private Signature signature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(name);
    if (name.equals("RSASSA-PSS")) {
      signature.setParameter(
          new PSSParameterSpec(
              detail,
              "MGF1",
              new MGF1ParameterSpec(detail),
              size,
              PSSParameterSpec.TRAILER_FIELD_BC));
    }
    return signature;
  }

  /** A key pair for the occasion. */
  KeyPair pair(SecureRandom random) throws JwtProblem {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(isEcdsa() ? "EC" : this == EDDSA ? detail : "RSA");
      AlgorithmParameterSpec rsa = new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
      if (this != EDDSA) {
        generator.initialize(isEcdsa() ? new ECGenParameterSpec(detail) : rsa, random);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new JwtProblem("No key for %s can be made.".formatted(word()), "");
    }
  }
}
