package dev.touchstone.app.usecase.jwt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.jwt.Forgery;
import dev.touchstone.app.jwt.Jwt;
import dev.touchstone.app.jwt.JwtAlgorithm;
import dev.touchstone.app.jwt.JwtKey;
import dev.touchstone.app.jwt.JwtKeys;
import dev.touchstone.app.jwt.JwtProblem;
import dev.touchstone.app.jwt.JwtSigner;
import dev.touchstone.app.jwt.JwtVerification;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.send.Answer;
import dev.touchstone.app.request.send.Wish;
import dev.touchstone.app.usecase.request.SendRequest;
import dev.touchstone.key.session.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a person does to a JWT at the workbench. Nothing is kept. */
public final class JwtWorkshop {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LARGEST_KEYS = 1 << 20;

  private final SendRequest send;
  private final JwtSigner signer;
  private final InstantSource clock;

  /**
   * @param send fetches sets of keys
   */
  public JwtWorkshop(SendRequest send, InstantSource clock, SecureRandom random) {
    this.send = send;
    this.signer = new JwtSigner(random);
    this.clock = clock;
  }

  private interface Work<T> {
    T run() throws JwtProblem;
  }

  /**
   * Changes to a token before it is signed.
   *
   * @param header members; JSON, or else a text
   * @param claims likewise
   * @param removed claims that are taken away
   * @param lifetime from now on; sets {@code iat} and {@code exp}
   */
  public record Edits(
      Map<String, String> header,
      Map<String, String> claims,
      Set<String> removed,
      Optional<Duration> lifetime) {

    /** None. */
    public static final Edits NONE = new Edits(Map.of(), Map.of(), Set.of(), Optional.empty());
  }

  /**
   * How it is signed.
   *
   * @param algorithm empty for the key's own
   * @param key empty for one that is made
   * @param keyText the key's file as it is, for the forgery that signs with its bytes
   * @param forgery empty to sign as one should
   */
  public record Signing(
      Optional<JwtAlgorithm> algorithm,
      Optional<JwtKey> key,
      Optional<String> keyText,
      Optional<Forgery> forgery) {}

  /**
   * Takes a token apart.
   *
   * @throws Failure if it is none
   */
  public Jwt read(String text) throws Failure {
    return told(() -> Jwt.read(text));
  }

  /** A token that says nothing yet. */
  public Jwt blank() {
    ObjectNode header = MAPPER.createObjectNode().put("alg", "ES256").put("typ", "JWT");
    return new Jwt(header, MAPPER.createObjectNode(), new byte[0], new byte[0]);
  }

  /**
   * Reads keys.
   *
   * @param text PEM, a JWK or a set
   * @throws Failure if there is none in it
   */
  public List<JwtKey> keys(String text) throws Failure {
    return told(() -> JwtKeys.read(text));
  }

  /**
   * The text of a key's file, or of an answer with keys.
   *
   * @param place a file, or an address that begins with {@code http}
   * @throws Failure if it cannot be read or fetched
   */
  public String keyText(String place, Wish wish, Cancellation cancellation) throws Failure {
    if (place.startsWith("http://") || place.startsWith("https://")) {
      Request request = Request.of("GET", place).with("Accept", "application/json");
      SendRequest.Job job =
          new SendRequest.Job(
              request,
              Optional.empty(),
              Map.of(),
              Optional.empty(),
              new Wish(wish.pin(), wish.unchecked(), wish.limits().ofBody(LARGEST_KEYS)));
      Answer answer = send.run(job, cancellation).answer();
      if (answer.status() != 200 || !answer.whole()) {
        throw failed(
            "The keys could not be fetched: the server answered with status %d."
                .formatted(answer.status()),
            "Check the address; it usually ends in /.well-known/jwks.json.");
      }
      return answer.text();
    }
    try (InputStream in = Files.newInputStream(Path.of(place))) {
      return new String(in.readNBytes(LARGEST_KEYS), StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw failed(
          "The file '%s' cannot be read.".formatted(place),
          "Check its name, and that you may read it.");
    }
  }

  /** Verifies a token. */
  public JwtVerification verify(Jwt jwt, List<JwtKey> keys, JwtVerification.Expected expected) {
    return JwtVerification.of(jwt, keys, expected, clock.instant());
  }

  /** The header after changes. */
  public ObjectNode header(Jwt jwt, Edits edits) {
    ObjectNode header = jwt.header().deepCopy();
    edits.header().forEach((name, value) -> header.set(name, value(value)));
    return header;
  }

  /** The claims after changes. */
  public ObjectNode claims(Jwt jwt, Edits edits) {
    ObjectNode claims = jwt.claims().deepCopy();
    edits
        .lifetime()
        .ifPresent(it -> {
          Instant now = clock.instant();
          claims.put("iat", now.getEpochSecond());
          claims.put("exp", now.plus(it).getEpochSecond());
        });
    edits.claims().forEach((name, value) -> claims.set(name, value(value)));
    claims.remove(edits.removed());
    return claims;
  }

  /**
   * Signs, well or badly.
   *
   * @throws Failure if key, algorithm and forgery do not fit
   */
  public JwtSigner.Signed sign(Jwt jwt, ObjectNode header, ObjectNode claims, Signing signing)
      throws Failure {
    return told(() ->
        signing.forgery().isPresent()
            ? signer.forge(signing.forgery().get(), jwt, header, claims, signing.keyText())
            : signer.sign(header, claims, signing.algorithm(), signing.key()));
  }

  private static JsonNode value(String text) {
    try {
      JsonNode json = MAPPER.readTree(text);
      return json == null || json.isMissingNode() ? MAPPER.getNodeFactory().textNode(text) : json;
    } catch (JsonProcessingException e) {
      return MAPPER.getNodeFactory().textNode(text);
    }
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (JwtProblem e) {
      throw new Failure(new Advice(Advice.Kind.USAGE, e.happened(), "", e.next(), ""), e);
    }
  }

  private static Failure failed(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.FAILED, happened, "", next, ""));
  }
}
