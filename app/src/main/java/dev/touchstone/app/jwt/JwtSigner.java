package dev.touchstone.app.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signs tokens, well or deliberately badly. */
public final class JwtSigner {

  private final SecureRandom random;

  public JwtSigner(SecureRandom random) {
    this.random = random;
  }

  /**
   * A token that was signed.
   *
   * @param compact the token
   * @param madeKey the key that was made for the occasion, if one was
   */
  public record Signed(String compact, Optional<KeyPair> madeKey) {

    /** The public half of the key that was made, as a JWK. */
    public Optional<ObjectNode> publicJwk() {
      return madeKey.map(it -> Jwk.of(it.getPublic(), ""));
    }

    /** The private half, PEM: only for whoever asks for it. */
    public Optional<String> privatePem() {
      return madeKey.map(it -> JwtKeys.pem(it.getPrivate()));
    }

    @Override
    public String toString() {
      return "Signed";
    }
  }

  /**
   * Signs as one should.
   *
   * @param algorithm empty for the key's usual one, or that of the header
   * @param key empty for one that is made
   * @throws JwtProblem if key and algorithm do not fit
   */
  public Signed sign(
      ObjectNode header, ObjectNode claims, Optional<JwtAlgorithm> algorithm, Optional<JwtKey> key)
      throws JwtProblem {
    JwtAlgorithm chosen = chosen(header, algorithm, key);
    KeyPair made = null;
    JwtKey with;
    if (key.isPresent()) {
      with = key.get();
    } else if (chosen.isHmac()) {
      throw new JwtProblem("HMAC needs a secret.", "Give it with --secret-prompt or --key.");
    } else {
      made = chosen.pair(random);
      with = secret(made.getPrivate());
    }
    if (!chosen.fits(with)) {
      throw new JwtProblem(
          "The key is none for %s.".formatted(chosen.word()),
          "Choose another --alg or key; to try it all the same: --forge hmac-public-key.");
    }
    return signed(header, claims, chosen, with, made);
  }

  /**
   * Signs badly.
   *
   * @param original the token as it was
   * @param publicKey of the server, for the forgery that needs it, as the server's files have it
   * @throws JwtProblem if the forgery is not possible with this token
   */
  public Signed forge(
      Forgery forgery,
      Jwt original,
      ObjectNode header,
      ObjectNode claims,
      Optional<String> publicKey)
      throws JwtProblem {
    return switch (forgery) {
      case NONE_ALGORITHM -> unsigned(with(header, "none"), claims);
      case NONE_MIXED_CASE -> unsigned(with(header, "nOnE"), claims);
      case NO_SIGNATURE -> unsigned(header, claims);
      case HMAC_WITH_PUBLIC_KEY -> confused(header, claims, publicKey);
      case WRONG_KEY -> wrong(header, claims, false);
      case EMBEDDED_KEY -> wrong(header, claims, true);
      case ZERO_SIGNATURE -> put(header, claims, new byte[ecdsa(header).size()]);
      case FLIPPED_BIT -> put(header, claims, flipped(original));
      case OLD_SIGNATURE -> put(header, claims, original.signature());
    };
  }

  private static JwtAlgorithm chosen(
      ObjectNode header, Optional<JwtAlgorithm> algorithm, Optional<JwtKey> key) throws JwtProblem {
    if (algorithm.isPresent()) {
      return algorithm.get();
    }
    Optional<JwtAlgorithm> named = JwtAlgorithm.of(header.path("alg").asText(""));
    if (key.isPresent() && named.filter(it -> it.fits(key.get())).isEmpty()) {
      return JwtAlgorithm.usual(key.get());
    }
    return named.orElse(JwtAlgorithm.ES256);
  }

  private static JwtKey.Private secret(PrivateKey key) {
    return new JwtKey.Private("", Optional.empty(), key);
  }

  private static ObjectNode with(ObjectNode header, String algorithm) {
    ObjectNode copy = header.deepCopy();
    return copy.put("alg", algorithm);
  }

  private static Signed signed(
      ObjectNode header,
      ObjectNode claims,
      JwtAlgorithm algorithm,
      JwtKey key,
      @Nullable KeyPair made)
      throws JwtProblem {
    byte[] bytes = Jwt.signed(with(header, algorithm.word()), claims);
    return new Signed(Jwt.compact(bytes, algorithm.sign(key, bytes)), Optional.ofNullable(made));
  }

  private static Signed unsigned(ObjectNode header, ObjectNode claims) {
    return put(header, claims, new byte[0]);
  }

  private static Signed put(ObjectNode header, ObjectNode claims, byte[] signature) {
    return new Signed(Jwt.compact(Jwt.signed(header, claims), signature), Optional.empty());
  }

  private static Signed confused(ObjectNode header, ObjectNode claims, Optional<String> publicKey)
      throws JwtProblem {
    String text =
        publicKey.orElseThrow(() ->
            new JwtProblem(
                "The server's public key is needed for this.",
                "Give it with --key: a file with PEM, or a JWK."));
    byte[] secret = pem(text).getBytes(StandardCharsets.UTF_8);
    JwtKey key = new JwtKey.Secret("", Optional.empty(), secret);
    return signed(header, claims, JwtAlgorithm.HS256, key, null);
  }

  /** Libraries that fall for it read the key from PEM. */
  private static String pem(String text) throws JwtProblem {
    if (text.contains("-----BEGIN")) {
      return text;
    }
    for (JwtKey key : JwtKeys.read(text)) {
      if (key instanceof JwtKey.Public(_, _, PublicKey it)) {
        return JwtKeys.pem(it);
      }
    }
    throw new JwtProblem("There is no public key in it.", "");
  }

  private Signed wrong(ObjectNode header, ObjectNode claims, boolean embedded) throws JwtProblem {
    JwtAlgorithm named = JwtAlgorithm.of(header.path("alg").asText("")).orElse(JwtAlgorithm.ES256);
    if (named.isHmac() && !embedded) {
      byte[] secret = new byte[named.size()];
      random.nextBytes(secret);
      return signed(header, claims, named, new JwtKey.Secret("", Optional.empty(), secret), null);
    }
    JwtAlgorithm algorithm = named.isHmac() ? JwtAlgorithm.ES256 : named;
    KeyPair pair = algorithm.pair(random);
    ObjectNode other = header.deepCopy();
    if (embedded) {
      other.set("jwk", Jwk.of(pair.getPublic(), header.path("kid").asText("")));
    }
    return signed(other, claims, algorithm, secret(pair.getPrivate()), pair);
  }

  private static JwtAlgorithm ecdsa(ObjectNode header) throws JwtProblem {
    return JwtAlgorithm.of(header.path("alg").asText(""))
        .filter(JwtAlgorithm::isEcdsa)
        .orElseThrow(() ->
            new JwtProblem(
                "The token is not signed with ECDSA.", "This one is for ES256 and its like."));
  }

  private static byte[] flipped(Jwt original) throws JwtProblem {
    if (original.signature().length == 0) {
      throw new JwtProblem("The token has no signature of which a bit could be changed.", "");
    }
    byte[] copy = original.signature().clone();
    copy[copy.length / 2] ^= 1;
    return copy;
  }
}
