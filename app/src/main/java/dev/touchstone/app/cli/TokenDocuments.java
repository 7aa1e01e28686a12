package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.token.Owned;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.TokenKeyRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents of the commands about tokens. */
final class TokenDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private TokenDocuments() {}

  static ObjectNode tokens(List<Owned<ApiToken>> tokens) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode list = document.putArray("tokens");
    tokens.forEach(it -> list.add(token(it)));
    return document;
  }

  static ObjectNode token(Owned<ApiToken> owned) {
    ApiToken token = owned.it();
    return MAKE.objectNode()
        .put("id", token.id())
        .put("user", owned.user())
        .put("name", token.name())
        .put("scope", Scope.words(token.scopes()))
        .put("audience", token.audience())
        .put("created", JsonTime.of(token.issued()))
        .put("expires", JsonTime.of(token.expires()))
        .put("lastUsed", JsonTime.of(token.lastUsed()))
        .put("lastAddress", token.address())
        .put("revoked", JsonTime.of(token.revoked()))
        .put("active", owned.active());
  }

  static ObjectNode made(boolean done, Owned<ApiToken> token, @Nullable String secret) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("token", token(token));
    return document.put("secret", secret);
  }

  static ObjectNode revoked(boolean done, Owned<ApiToken> token) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("token", token(token));
    return document;
  }

  static ObjectNode sessions(List<Owned<Session>> sessions) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode list = document.putArray("sessions");
    sessions.forEach(it -> list.add(session(it)));
    return document;
  }

  private static ObjectNode session(Owned<Session> owned) {
    Session session = owned.it();
    ObjectNode document = MAKE.objectNode().put("id", session.id()).put("user", owned.user());
    session.proof().methods().forEach(document.putArray("methods")::add);
    return document
        .put("signedIn", JsonTime.of(session.proof().at()))
        .put("scope", Scope.words(session.scopes()))
        .put("refreshes", session.number())
        .put("lastUsed", JsonTime.of(session.used()))
        .put("lastAddress", session.address())
        .put("agent", session.agent())
        .put("expires", JsonTime.of(session.expires()))
        .put("ended", JsonTime.of(session.ended()))
        .put("endedBecause", session.why())
        .put("active", owned.active());
  }

  static ObjectNode ended(boolean done, List<Owned<Session>> sessions) {
    ObjectNode document = sessions(sessions);
    return document.put("done", done);
  }

  static ObjectNode keys(List<TokenKeyRow> keys) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode list = document.putArray("keys");
    keys.forEach(it -> list.add(key(it)));
    return document;
  }

  static ObjectNode key(boolean done, TokenKeyRow key) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("key", key(key));
    return document;
  }

  private static ObjectNode key(TokenKeyRow key) {
    return MAKE.objectNode()
        .put("id", key.id())
        .put("algorithm", key.algorithm())
        .put("created", JsonTime.of(key.created()))
        .put("retired", JsonTime.of(key.retired()))
        .put("ends", JsonTime.of(key.ends()));
  }
}
