package dev.touchstone.rp.http.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.access.Visitor;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.Session;
import dev.touchstone.rp.token.desk.ApiTokenDesk;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /users/{id}/tokens} and {@code /users/{id}/sessions}: API tokens, which their owner alone
 * makes, by a key and a moment ago, and sessions. Owners and administrators take both back.
 */
public final class UserTokenRoutes {

  private static final int LONGEST = 500;
  private static final Set<Role> READERS = EnumSet.of(Role.SUPPORT, Role.AUDITOR, Role.ADMIN);
  private static final Set<Role> REVOKERS = EnumSet.of(Role.ADMIN);
  private static final Set<String> MEMBERS = Set.of("name", "scope", "audience", "expires_in_days");

  private final RelyingParty relyingParty;
  private final Access access;
  private final Bodies bodies;
  private final InstantSource clock;

  public UserTokenRoutes(
      RelyingParty relyingParty, Access access, Bodies bodies, InstantSource clock) {
    this.relyingParty = relyingParty;
    this.access = access;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .post("/users/{id}/tokens", this::create)
        .get("/users/{id}/tokens", this::list)
        .delete("/users/{id}/tokens/{token}", this::revoke)
        .get("/users/{id}/sessions", this::sessions)
        .delete("/users/{id}/sessions/{session}", this::end);
  }

  private void create(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = access.requireFreshKey(context, "an API token needs");
    if (!visitor.owns(context.pathParam("id"))) {
      throw access.forbidden(visitor, "");
    }
    JsonBody body = bodies.json(context).onlyKnows(MEMBERS);
    ApiTokenDesk.Wish wish = wish(body);
    for (Scope scope : wish.scopes()) {
      access.checkScope(visitor, scope); // no token gives more than it has
    }
    ApiTokenDesk.Made made =
        relyingParty.tokens().apiTokens().create(visitor.user().name(), wish, visitor.caller());
    ObjectNode json = TokenDocument.of(made.token(), clock.instant());
    json.put("token", made.secret());
    context.status(201).header(Header.CACHE_CONTROL, "no-store");
    answer(context, json);
  }

  private static ApiTokenDesk.Wish wish(JsonBody body) throws Refused {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : body.requiredText("scope", LONGEST).split(" +", -1)) {
      scopes.add(
          Scope.of(word)
              .filter(Scope.forScripts()::contains)
              .orElseThrow(() ->
                  Refused.field(
                      "/scope", "has to be words of " + Scope.words(Scope.forScripts()))));
    }
    Optional<String> audience = body.text("audience", LONGEST);
    if (audience.filter(it -> !it.matches("[!-~]{1,200}")).isPresent()) {
      throw Refused.field("/audience", "has to be a name of 1 to 200 characters without blanks");
    }
    return new ApiTokenDesk.Wish(
        body.requiredText("name", 100), scopes, audience, Duration.ofDays(days(body)));
  }

  private static long days(JsonBody body) throws Refused {
    return body.number("expires_in_days", ApiTokenDesk.LONGEST.toDays())
        .orElse(ApiTokenDesk.USUAL.toDays());
  }

  private void list(Context context) throws Refused, RelyingPartyException {
    User user = read(context);
    ObjectNode json = Json.MAPPER.createObjectNode();
    var array = json.putArray("tokens");
    Instant now = clock.instant();
    for (ApiToken token : relyingParty.tokens().apiTokens().of(user.name())) {
      array.add(TokenDocument.of(token, now));
    }
    answer(context, json);
  }

  private void sessions(Context context) throws Refused, RelyingPartyException {
    User user = read(context);
    ObjectNode json = Json.MAPPER.createObjectNode();
    var array = json.putArray("sessions");
    Instant now = clock.instant();
    for (Session session : relyingParty.tokens().sessions().of(user.name())) {
      array.add(TokenDocument.of(session, now));
    }
    answer(context, json);
  }

  private void revoke(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = changer(context);
    ApiToken token =
        relyingParty
            .tokens()
            .apiTokens()
            .find(context.pathParam("token"))
            .filter(it -> it.userHandle().equals(context.pathParam("id")))
            .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND));
    boolean _ = relyingParty.tokens().apiTokens().revoke(token.id(), visitor.caller());
    context.status(204);
  }

  private void end(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = changer(context);
    Session session =
        relyingParty
            .tokens()
            .sessions()
            .find(context.pathParam("session"))
            .filter(it -> it.userHandle().equals(context.pathParam("id")))
            .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND));
    boolean _ = relyingParty.tokens().sessions().end(session.id(), visitor.caller());
    context.status(204);
  }

  private User read(Context context) throws Refused, RelyingPartyException {
    String id = context.pathParam("id");
    Visitor visitor = access.ownerOr(context, id, Scope.ACCOUNT_READ, Scope.USERS_READ, READERS);
    return visitor.owns(id)
        ? visitor.user()
        : relyingParty
            .administration()
            .accounts()
            .withHandle(id)
            .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND));
  }

  private Visitor changer(Context context) throws Refused, RelyingPartyException {
    return access.ownerOr(
        context, context.pathParam("id"), Scope.ACCOUNT_MANAGE, Scope.USERS_MANAGE, REVOKERS);
  }

  private static void answer(Context context, ObjectNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
