package dev.touchstone.rp.http.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.http.account.UserDocument;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Session;
import java.time.Instant;

/** API tokens and sessions in JSON, without their secrets. */
final class TokenDocument {

  private TokenDocument() {}

  static ObjectNode of(ApiToken token, Instant now) {
    return Json.MAPPER
        .createObjectNode()
        .put("id", token.id())
        .put("name", token.name())
        .put("scope", Scope.words(token.scopes()))
        .put("audience", token.audience())
        .put("created_at", UserDocument.time(token.issued()))
        .put("expires_at", UserDocument.time(token.expires()))
        .put("last_used_at", token.lastUsed().map(UserDocument::time).orElse(null))
        .put("last_used_from", token.address())
        .put("revoked_at", token.revoked().map(UserDocument::time).orElse(null))
        .put("active", token.isGood(now));
  }

  static ObjectNode of(Session session, Instant now) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("id", session.id())
            .put("scope", Scope.words(session.scopes()))
            .put("refreshes", session.number())
            .put("last_used_at", UserDocument.time(session.used()))
            .put("last_used_from", session.address())
            .put("agent", session.agent())
            .put("expires_at", UserDocument.time(session.expires()))
            .put("ended_at", session.ended().map(UserDocument::time).orElse(null))
            .put("ended_because", session.why())
            .put("active", session.isGood(now));
    IntrospectionDocument.put(session.proof(), json);
    return json;
  }
}
