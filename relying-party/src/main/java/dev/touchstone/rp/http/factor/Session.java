package dev.touchstone.rp.http.factor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.http.account.UserDocument;
import dev.touchstone.rp.token.AccessTokens;
import io.javalin.http.Context;

/** What somebody is answered who proved who they are, as after a sign-in with a passkey. */
final class Session {

  private Session() {}

  static void answer(Context context, AccessTokens tokens, User user) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("access_token", tokens.issue(user))
            .put("token_type", "bearer")
            .put("expires_in", tokens.lifetime().toSeconds());
    json.set("user", UserDocument.of(user));
    answer(context, 200, json);
  }

  static void answer(Context context, int status, ObjectNode json) {
    context.status(status).contentType("application/json").result(json.toString());
  }
}
