package dev.touchstone.rp.ceremony.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.AccountJson;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.ChallengeTokenInvalid;
import dev.touchstone.rp.secret.SigningKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * Ceremonies as signed tokens (JWT, RFC 7519, HS256): whoever knows the key can complete what
 * somebody else began. A token tells nothing secret and proves only that the ceremony was begun
 * here; that it is answered once is the database's business, and expiry that of the step which
 * explains it.
 */
public final class ChallengeTokens {

  private static final String ID = "jti";
  private static final String AUDIENCE = "aud";
  private static final String SUBJECT = "sub";
  private static final String KIND = "flow";
  private static final String CHALLENGE = "challenge";
  private static final String OPTIONS = "options";
  private static final String NEWCOMER = "newcomer";
  private static final String LABEL = "label";

  /** {@code iat} and {@code exp} count seconds (RFC 7519 §2), the database milliseconds. */
  private static final String BEGUN = "begun_ms";

  private static final String EXPIRES = "expires_ms";

  private final SigningKeys keys;
  private final String rpId;

  /** Tokens of one relying party. */
  public ChallengeTokens(SigningKeys keys, String rpId) {
    this.keys = keys;
    this.rpId = rpId;
  }

  /**
   * The ceremony, whole.
   *
   * @throws RelyingPartyException if there is no key to be had
   */
  public String write(Ceremony ceremony) throws RelyingPartyException {
    ObjectNode claims =
        Json.MAPPER
            .createObjectNode()
            .put(ID, ceremony.id())
            .put(AUDIENCE, rpId)
            .put("iat", ceremony.begun().getEpochSecond())
            .put("exp", ceremony.expires().getEpochSecond())
            .put(BEGUN, ceremony.begun().toEpochMilli())
            .put(EXPIRES, ceremony.expires().toEpochMilli())
            .put(KIND, ceremony.kind().name())
            .put(CHALLENGE, ceremony.challenge().base64Url())
            .put(OPTIONS, ceremony.optionsJson());
    ceremony.userHandle().ifPresent(it -> claims.put(SUBJECT, it.base64Url()));
    ceremony.newcomer().ifPresent(it -> claims.put(NEWCOMER, AccountJson.write(it)));
    if (!ceremony.label().isEmpty()) {
      claims.put(LABEL, ceremony.label());
    }
    byte[] payload = claims.toString().getBytes(StandardCharsets.UTF_8);
    return HmacJws.write(payload, keys.challengeTokens().key());
  }

  /**
   * The ceremony as it was begun; whether it was answered since is not in the token, and whether it
   * expired is judged with the ceremony, where it can be explained.
   *
   * @throws ChallengeTokenInvalid if it is no token of this relying party, or for another flow
   * @throws RelyingPartyException if there is no key to be had
   */
  public Ceremony read(String token, CeremonyKind kind) throws RelyingPartyException {
    Optional<byte[]> payload = HmacJws.read(token, keys.challengeTokens().key());
    if (payload.isEmpty()) {
      throw new ChallengeTokenInvalid("it was not made here, or was changed on its way");
    }
    JsonNode claims;
    try {
      claims = Json.MAPPER.readTree(payload.get());
    } catch (IOException e) {
      throw new IllegalStateException("claims that we made ourselves are JSON", e);
    }
    if (!claims.path(AUDIENCE).asText().equals(rpId)) {
      throw new ChallengeTokenInvalid("it is that of another relying party");
    }
    if (!claims.path(KIND).asText().equals(kind.name())) {
      throw new ChallengeTokenInvalid("it is a token for another flow");
    }
    return ceremony(claims, kind);
  }

  private static Ceremony ceremony(JsonNode claims, CeremonyKind kind) {
    return new Ceremony(
        kind,
        text(claims, SUBJECT).map(Bytes::ofBase64Url),
        text(claims, NEWCOMER).map(AccountJson::read),
        text(claims, LABEL).orElse(""),
        Bytes.ofBase64Url(claims.path(CHALLENGE).asText()),
        claims.path(OPTIONS).asText(),
        Instant.ofEpochMilli(claims.path(BEGUN).asLong()),
        Instant.ofEpochMilli(claims.path(EXPIRES).asLong()),
        Optional.empty());
  }

  private static Optional<String> text(JsonNode claims, String name) {
    return Optional.ofNullable(claims.path(name).textValue());
  }
}
