package dev.touchstone.rp.http.operation;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What those who run the server ask: {@code GET /health}, {@code /ready}, {@code /metrics}, and
 * what browsers ask before they use the RP ID at a related origin ({@code /.well-known/webauthn},
 * WebAuthn Level 3 §5.11).
 */
public final class OperationRoutes {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final Set<Role> READERS = EnumSet.of(Role.AUDITOR, Role.ADMIN);

  private final RelyingParty relyingParty;
  private final Access access;
  private final Callers callers;
  private final Metrics metrics;

  public OperationRoutes(
      RelyingParty relyingParty, Access access, Callers callers, Metrics metrics) {
    this.relyingParty = relyingParty;
    this.access = access;
    this.callers = callers;
    this.metrics = metrics;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes, List<String> origins) {
    String related = related(origins);
    routes
        .get("/health", context -> status(context, "alive"))
        .get("/ready", this::ready)
        .get("/metrics", this::metrics)
        .get(
            "/.well-known/webauthn",
            context -> context.contentType("application/json").result(related));
  }

  /** Whether it would be any use to send requests here: the store answers. */
  private void ready(Context context) throws RelyingPartyException {
    relyingParty.check();
    status(context, "ready");
  }

  /** For a collector on this computer, and for people with the role. */
  private void metrics(Context context) throws Refused, RelyingPartyException {
    if (!here(callers.address(context))) {
      var _ = access.require(context, Scope.METRICS_READ, READERS);
    }
    context.contentType(TEXT).result(metrics.text());
  }

  private static boolean here(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static void status(Context context, String word) {
    context
        .contentType("application/json")
        .result(Json.MAPPER.createObjectNode().put("status", word).toString());
  }

  private static String related(List<String> origins) {
    var json = Json.MAPPER.createObjectNode();
    origins.stream().filter(it -> it.startsWith("http")).forEach(json.putArray("origins")::add);
    return json.toString();
  }
}
