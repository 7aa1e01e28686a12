package dev.touchstone.rp.http.account;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Set;

/** {@code GET /users/{id}}: for the owner, and for whoever reads everybody's account. */
public final class AccountRoutes {

  private static final Set<Role> READERS = EnumSet.of(Role.SUPPORT, Role.AUDITOR, Role.ADMIN);

  private final RelyingParty relyingParty;
  private final Access access;

  public AccountRoutes(RelyingParty relyingParty, Access access) {
    this.relyingParty = relyingParty;
    this.access = access;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes.get("/users/{id}", this::show);
  }

  private void show(Context context) throws Refused, RelyingPartyException {
    String id = context.pathParam("id");
    var _ = access.ownerOr(context, id, READERS);
    User user =
        relyingParty
            .administration()
            .accounts()
            .withHandle(id)
            .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND));
    context.contentType("application/json").result(UserDocument.of(user).toString());
  }
}
