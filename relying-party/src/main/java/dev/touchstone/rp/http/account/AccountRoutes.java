package dev.touchstone.rp.http.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.access.Visitor;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code GET /users/{id}} and the credentials below it: for the owner, for whoever reads
 * everybody's account, and, to change them, for whoever helps.
 */
public final class AccountRoutes {

  private static final int LONGEST_LABEL = 100;
  private static final Set<Role> READERS = EnumSet.of(Role.SUPPORT, Role.AUDITOR, Role.ADMIN);
  private static final Set<Role> HELPERS = EnumSet.of(Role.SUPPORT, Role.ADMIN);

  private final RelyingParty relyingParty;
  private final Access access;
  private final Bodies bodies;

  public AccountRoutes(RelyingParty relyingParty, Access access, Bodies bodies) {
    this.relyingParty = relyingParty;
    this.access = access;
    this.bodies = bodies;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .get("/users/{id}", this::show)
        .get("/users/{id}/credentials", this::credentials)
        .get("/users/{id}/credentials/{credential}", this::history)
        .patch("/users/{id}/credentials/{credential}", this::relabel)
        .delete("/users/{id}/credentials/{credential}", this::revoke);
  }

  private void show(Context context) throws Refused, RelyingPartyException {
    String id = context.pathParam("id");
    var _ = access.ownerOr(context, id, Scope.ACCOUNT_READ, Scope.USERS_READ, READERS);
    answer(context, UserDocument.of(user(id)));
  }

  private void credentials(Context context) throws Refused, RelyingPartyException {
    String id = context.pathParam("id");
    var _ = access.ownerOr(context, id, Scope.ACCOUNT_READ, Scope.USERS_READ, READERS);
    answer(context, CredentialDocument.list(relyingParty.credentials(user(id).name())));
  }

  private void history(Context context) throws Refused, RelyingPartyException {
    var _ =
        access.ownerOr(
            context, context.pathParam("id"), Scope.ACCOUNT_READ, Scope.USERS_READ, READERS);
    answer(context, CredentialDocument.withHistory(record(context).credential()));
  }

  private void relabel(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = helper(context);
    JsonBody body = bodies.json(context).onlyKnows(Set.of("label"));
    String label =
        body.text("label", LONGEST_LABEL).orElseThrow(() -> Refused.field("/label", "is missing"));
    String credential = record(context).credential().id();
    relyingParty.administration().credentials().relabel(credential, label, visitor.caller());
    answer(
        context,
        CredentialDocument.of(
            relyingParty.administration().credentials().find(credential).credential()));
  }

  private void revoke(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = helper(context);
    relyingParty
        .administration()
        .credentials()
        .revoke(record(context).credential().id(), visitor.caller());
    context.status(204);
  }

  /** The keys of whoever has a role are for themselves and administrators. */
  private Visitor helper(Context context) throws Refused, RelyingPartyException {
    String id = context.pathParam("id");
    Visitor visitor =
        access.ownerOr(context, id, Scope.ACCOUNT_MANAGE, Scope.USERS_MANAGE, HELPERS);
    if (visitor.owns(id) || visitor.user().role() == Role.ADMIN) {
      return visitor;
    }
    User user = user(id);
    if (user.role() != Role.USER) {
      throw access.forbidden(visitor, user.name());
    }
    return visitor;
  }

  /** A credential of somebody else is not here, whoever asks. */
  private CredentialRecord record(Context context) throws Refused, RelyingPartyException {
    CredentialRecord record =
        relyingParty.administration().credentials().find(context.pathParam("credential"));
    if (!record.userHandle().base64Url().equals(context.pathParam("id"))) {
      throw new Refused(ProblemCode.NOT_FOUND);
    }
    return record;
  }

  private User user(String id) throws Refused, RelyingPartyException {
    return relyingParty
        .administration()
        .accounts()
        .withHandle(id)
        .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND));
  }

  private static void answer(Context context, ObjectNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
