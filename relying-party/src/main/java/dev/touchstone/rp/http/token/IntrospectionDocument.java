package dev.touchstone.rp.http.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.token.AccessToken;
import dev.touchstone.rp.token.Proof;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.Token;
import dev.touchstone.rp.token.desk.TokenCheck.Holder;

/** What is told of a token that is good (RFC 7662 §2.2). */
final class IntrospectionDocument {

  private IntrospectionDocument() {}

  static ObjectNode of(Holder holder, String issuer) {
    Token token = holder.token();
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("active", true)
            .put("scope", Scope.words(token.scopes()))
            .put("username", holder.user().name())
            .put("token_type", "Bearer")
            .put("token_use", token instanceof AccessToken ? "access" : "api")
            .put("exp", token.expires().getEpochSecond())
            .put("iat", token.issued().getEpochSecond())
            .put("sub", token.userHandle())
            .put("aud", token.audience())
            .put("iss", issuer)
            .put("jti", token.id())
            .put("role", holder.user().role().word());
    token.proof().ifPresent(it -> put(it, json));
    if (token instanceof AccessToken access) {
      access.session().ifPresent(it -> json.put("sid", it));
    }
    return json;
  }

  static ObjectNode of(Session session, String issuer) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("active", true)
            .put("scope", Scope.words(session.scopes()))
            .put("token_use", "refresh")
            .put("exp", session.expires().getEpochSecond())
            .put("iat", session.used().getEpochSecond())
            .put("sub", session.userHandle())
            .put("aud", issuer)
            .put("iss", issuer)
            .put("sid", session.id());
    put(session.proof(), json);
    return json;
  }

  static void put(Proof proof, ObjectNode json) {
    json.put("auth_time", proof.at().getEpochSecond());
    proof.methods().forEach(json.putArray("amr")::add);
    proof.level().ifPresent(it -> json.put("acr", it));
  }
}
