package dev.touchstone.rp.http.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.access.Visitor;
import dev.touchstone.rp.http.account.CredentialDocument;
import dev.touchstone.rp.http.account.UserDocument;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.AccessToken;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Token;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;

/**
 * {@code GET /whoami}, {@code /api/user/credentials} and {@code /api/protected-data}: what a token
 * is for, without the id of its account.
 */
public final class OwnRoutes {

  private final RelyingParty relyingParty;
  private final Access access;
  private final InstantSource clock;

  public OwnRoutes(RelyingParty relyingParty, Access access, InstantSource clock) {
    this.relyingParty = relyingParty;
    this.access = access;
    this.clock = clock;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .get("/whoami", this::whoAmI)
        .get("/api/user/credentials", this::credentials)
        .get("/api/protected-data", this::data);
  }

  private void whoAmI(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = access.require(context, Scope.ACCOUNT_READ);
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.set("user", UserDocument.of(visitor.user()));
    json.set("token", token(visitor.token()));
    answer(context, json);
  }

  private static ObjectNode token(Token token) {
    ObjectNode json =
        Json.MAPPER
            .createObjectNode()
            .put("id", token.id())
            .put("use", token instanceof AccessToken ? "access" : "api")
            .put("scope", Scope.words(token.scopes()))
            .put("audience", token.audience())
            .put("issued_at", UserDocument.time(token.issued()))
            .put("expires_at", UserDocument.time(token.expires()));
    token.proof().ifPresent(it -> IntrospectionDocument.put(it, json));
    return json;
  }

  private void credentials(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = access.require(context, Scope.ACCOUNT_READ);
    answer(context, CredentialDocument.list(relyingParty.credentials(visitor.user().name())));
  }

  /** Something that is worth a token, to try them on. */
  private void data(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = access.require(context, Scope.DATA_READ);
    answer(
        context,
        Json.MAPPER
            .createObjectNode()
            .put("message", "This is for whoever has the scope data:read.")
            .put("for", visitor.user().name())
            .put("at", UserDocument.time(clock.instant())));
  }

  private static void answer(Context context, ObjectNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
