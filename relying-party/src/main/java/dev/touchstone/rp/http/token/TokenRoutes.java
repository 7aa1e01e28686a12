package dev.touchstone.rp.http.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.guard.RateGuard;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.TokenRefused;
import dev.touchstone.rp.token.desk.TokenCheck;
import dev.touchstone.rp.token.jwt.AccessTokens;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * {@code POST /token/refresh} (RFC 6749 §6), {@code /token/revoke} (RFC 7009), {@code
 * /token/introspect} (RFC 7662) and {@code GET /.well-known/jwks.json} (RFC 7517). The three take
 * forms, as OAuth has it, and JSON, as everything else here.
 */
public final class TokenRoutes {

  private static final int LONGEST_TOKEN = 4096;
  private static final Set<Role> INTROSPECTORS = EnumSet.of(Role.AUDITOR, Role.ADMIN);

  private final RelyingParty relyingParty;
  private final AccessTokens tokens;
  private final TokenCheck check;
  private final SignedIn signedIn;
  private final Access access;
  private final Bodies bodies;
  private final Callers callers;
  private final RateGuard rates;

  public TokenRoutes(
      RelyingParty relyingParty,
      AccessTokens tokens,
      TokenCheck check,
      Access access,
      Bodies bodies,
      Callers callers,
      RateGuard rates) {
    this.relyingParty = relyingParty;
    this.tokens = tokens;
    this.check = check;
    this.signedIn = new SignedIn(relyingParty, tokens);
    this.access = access;
    this.bodies = bodies;
    this.callers = callers;
    this.rates = rates;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .post("/token/refresh", this::refresh)
        .post("/token/revoke", this::revoke)
        .post("/token/introspect", this::introspect)
        .get("/.well-known/jwks.json", this::keys);
  }

  private void refresh(Context context) throws Refused, RelyingPartyException {
    JsonBody body = bodies.formOrJson(context);
    String grant = body.text("grant_type", LONGEST_TOKEN).orElse("refresh_token");
    if (!grant.equals("refresh_token")) {
      throw Refused.field("/grant_type", "has to be refresh_token");
    }
    String token = body.requiredText("refresh_token", LONGEST_TOKEN);
    Caller caller = callers.of(context);
    rates.ceremony(caller, "");
    try {
      signedIn.answer(context, relyingParty.tokens().sessions().refresh(token, caller));
    } catch (TokenRefused e) {
      rates.badToken(caller);
      if (e.subject().isEmpty()) {
        // of nobody's session, so that the exchange had nothing to write it down with
        String why = "the refresh token is not accepted: " + e.why();
        throw access.refused(caller, "", ProblemCode.REFRESH_REFUSED, why);
      }
      throw new Refused(ProblemCode.REFRESH_REFUSED);
    }
  }

  /** RFC 7009 §2.2: whoever shows something that is no token gets what they wanted, too. */
  private void revoke(Context context) throws Refused, RelyingPartyException {
    String token = bodies.formOrJson(context).requiredText("token", LONGEST_TOKEN);
    Caller caller = callers.of(context);
    rates.ceremony(caller, "");
    if (!relyingParty.tokens().revoke(token, tokens, caller)) {
      rates.badToken(caller);
    }
    context.status(200).header(Header.CACHE_CONTROL, "no-store");
  }

  /**
   * For services that were given a token by somebody (RFC 7662 §2.1): they show an API token of
   * their own with that scope, of an account that may know everything of everybody.
   */
  private void introspect(Context context) throws Refused, RelyingPartyException {
    var _ = access.require(context, Scope.TOKENS_INTROSPECT, INTROSPECTORS);
    String token = bodies.formOrJson(context).requiredText("token", LONGEST_TOKEN);
    context
        .status(200)
        .header(Header.CACHE_CONTROL, "no-store")
        .contentType("application/json")
        .result(introspected(token).toString());
  }

  private ObjectNode introspected(String token) throws RelyingPartyException {
    try {
      return IntrospectionDocument.of(check.find(token), tokens.issuer());
    } catch (TokenRefused e) {
      Optional<ObjectNode> session =
          check.session(token).map(it -> IntrospectionDocument.of(it, tokens.issuer()));
      return session.orElseGet(() -> Json.MAPPER.createObjectNode().put("active", false));
    }
  }

  /** A replica that was just told of a rotation answers with both keys for a day. */
  private void keys(Context context) throws RelyingPartyException {
    context
        .header(Header.CACHE_CONTROL, "public, max-age=300")
        .contentType("application/json")
        .result(relyingParty.tokens().keys().jwks());
  }
}
