package dev.touchstone.rp.http.factor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.QrCode;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.factor.totp.account.TotpDevices;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.access.Visitor;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code PUT /auth/otp/enable}, {@code GET /auth/otp/generate}, {@code POST /auth/otp/confirm} and
 * {@code PUT /auth/otp/disable}: the device of the own account, with a fresh token; {@code GET
 * /auth/otp} tells whether there is one.
 */
public final class TotpRoutes {

  private static final int LONGEST_CODE = 64;
  private static final int PIXELS = 300;

  private final RelyingParty relyingParty;
  private final Access access;
  private final Bodies bodies;

  public TotpRoutes(RelyingParty relyingParty, Access access, Bodies bodies) {
    this.relyingParty = relyingParty;
    this.access = access;
    this.bodies = bodies;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .get("/auth/otp", this::state)
        .put("/auth/otp/enable", this::enable)
        .get("/auth/otp/generate", this::picture)
        .post("/auth/otp/confirm", this::confirm)
        .put("/auth/otp/disable", this::disable);
  }

  private void state(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = access.require(context, Scope.ACCOUNT_READ);
    TotpDevices.State state = relyingParty.totp().state(visitor.user().name());
    String word = state.totp().isEmpty() ? "off" : state.confirmed().isEmpty() ? "pending" : "on";
    Answers.json(
        context,
        200,
        Json.MAPPER
            .createObjectNode()
            .put("state", word)
            .put("recovery_codes_left", state.recoveryCodes()));
  }

  private void enable(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = fresh(context);
    OtpAuth told =
        relyingParty
            .totp()
            .enable(visitor.user().name(), Totp.USUAL, Optional.empty(), visitor.caller());
    unstored(context);
    Answers.json(context, 200, Json.MAPPER.createObjectNode().put("uri", told.uri()));
  }

  private void picture(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = fresh(context);
    OtpAuth told = relyingParty.totp().pending(visitor.user().name());
    unstored(context);
    context.contentType("image/png").result(QrCode.png(told.uri(), PIXELS));
  }

  private void confirm(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = fresh(context);
    String code = code(context);
    List<String> recovery =
        relyingParty
            .totp()
            .confirm(visitor.user().name(), code, visitor.caller())
            .orElseThrow(() -> new Refused(ProblemCode.CODE_REFUSED));
    ObjectNode json = Json.MAPPER.createObjectNode();
    ArrayNode codes = json.putArray("recovery_codes");
    recovery.forEach(codes::add);
    unstored(context);
    Answers.json(context, 200, json);
  }

  private void disable(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = fresh(context);
    String code = code(context);
    String name = visitor.user().name();
    if (!relyingParty.totp().check(name, code, visitor.caller())) {
      throw new Refused(ProblemCode.CODE_REFUSED);
    }
    boolean _ = relyingParty.totp().disable(name, visitor.caller());
    context.status(204);
  }

  private String code(Context context) throws Refused {
    return bodies.json(context).onlyKnows(Set.of("otp")).requiredText("otp", LONGEST_CODE);
  }

  private Visitor fresh(Context context) throws Refused, RelyingPartyException {
    return access.requireFresh(context, "one-time passwords need");
  }

  /** A secret is in no cache. */
  private static void unstored(Context context) {
    context.header(Header.CACHE_CONTROL, "no-store");
  }
}
