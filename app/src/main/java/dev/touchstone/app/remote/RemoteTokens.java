package dev.touchstone.app.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.JsonLink.Answer;
import java.time.Duration;
import java.util.Optional;

/** The tokens of a server that speaks our own API. */
public final class RemoteTokens {

  private RemoteTokens() {}

  /**
   * Exchanges a refresh token for the next access token and refresh token (RFC 6749 §6).
   *
   * @throws Failure if nobody answers, or the server refuses it
   */
  public static IssuedTokens refresh(RemoteServer server, String refreshToken) throws Failure {
    try (JsonLink link = new JsonLink(server)) {
      ObjectNode body = JsonLink.MAPPER.createObjectNode().put("refresh_token", refreshToken);
      Answer answer = link.post("/token/refresh", body);
      if (!answer.isSuccess()) {
        throw RemoteAdvice.refused(server.address(), answer.status(), answer.words());
      }
      return read(answer.json())
          .orElseThrow(() -> RemoteAdvice.notJson(server.at("/token/refresh"), answer.status()));
    }
  }

  /** The tokens in an answer; empty if there is none. */
  static Optional<IssuedTokens> read(ObjectNode json) {
    String access = json.path("access_token").asText("");
    if (access.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode user = json.get("user") instanceof ObjectNode inside ? inside : json;
    return Optional.of(
        new IssuedTokens(
            RemoteVerdict.name(user),
            access,
            Optional.ofNullable(json.path("refresh_token").textValue()),
            Optional.of(json.path("expires_in").asLong(0))
                .filter(it -> it > 0)
                .map(Duration::ofSeconds)));
  }
}
