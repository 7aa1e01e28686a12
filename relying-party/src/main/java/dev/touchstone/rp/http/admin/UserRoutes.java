package dev.touchstone.rp.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.admin.Accounts;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.access.Visitor;
import dev.touchstone.rp.http.account.UserDocument;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.problem.ProblemCode;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looking after accounts: {@code GET /users}, {@code PATCH} and {@code DELETE /users/{id}}. Support
 * edits and disables ordinary accounts; roles, and accounts with one, are for administrators.
 */
public final class UserRoutes {

  private static final int LONGEST = 1000;

  private static final Set<Role> READERS = EnumSet.of(Role.SUPPORT, Role.AUDITOR, Role.ADMIN);
  private static final Set<Role> HELPERS = EnumSet.of(Role.SUPPORT, Role.ADMIN);
  private static final Set<String> MEMBERS =
      Set.of("first_name", "last_name", "email", "date_of_birth", "job_title", "role", "status");

  private final Accounts accounts;
  private final Access access;
  private final Bodies bodies;

  public UserRoutes(RelyingParty relyingParty, Access access, Bodies bodies) {
    this.accounts = relyingParty.administration().accounts();
    this.access = access;
    this.bodies = bodies;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .get("/users", this::list)
        .patch("/users/{id}", this::change)
        .delete("/users/{id}", this::delete);
  }

  private void list(Context context) throws Refused, RelyingPartyException {
    var _ = access.require(context, Scope.USERS_READ, READERS);
    Query query = new Query(context);
    int limit = query.limit();
    List<User> users =
        accounts.page(
            new UserQuery(
                query.text("search"),
                query.word("role", Role::of),
                query.word("status", Status::of),
                query.text("after"),
                limit));
    ObjectNode json = Query.page();
    users.forEach(user -> json.withArray("users").add(UserDocument.of(user)));
    json.put("next", users.size() < limit ? null : users.getLast().name());
    Query.answer(context, json);
  }

  private void change(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = access.require(context, Scope.USERS_MANAGE, HELPERS);
    JsonBody body = bodies.json(context).onlyKnows(MEMBERS);
    Optional<Role> role = word(body, "role", Role.of(body.text("role", LONGEST).orElse("")));
    Optional<Status> status =
        word(body, "status", Status.of(body.text("status", LONGEST).orElse("")));
    User user = user(context, visitor);
    if (role.isPresent() && visitor.user().role() != Role.ADMIN) {
      throw access.forbidden(visitor, user.name());
    }
    if (role.isPresent() || user.role() != Role.USER) {
      access.checkFresh(visitor, "a change of or to somebody with a role needs");
    }
    Optional<AccountText> text =
        MEMBERS.stream().anyMatch(it -> isOfPerson(it) && body.has(it))
            ? Optional.of(edited(user, body))
            : Optional.empty();
    user = accounts.change(user.name(), text, role, status, visitor.caller());
    Query.answer(context, UserDocument.of(user));
  }

  private static boolean isOfPerson(String member) {
    return !member.equals("role") && !member.equals("status");
  }

  private static AccountText edited(User user, JsonBody body) throws Refused {
    ProfileText before = ProfileText.of(user.profile());
    ProfileText after =
        new ProfileText(
            body.text("first_name", LONGEST).orElse(before.firstName()),
            body.text("last_name", LONGEST).orElse(before.lastName()),
            body.text("email", LONGEST).orElse(before.email()),
            body.text("date_of_birth", LONGEST).orElse(before.dateOfBirth()),
            body.text("job_title", LONGEST).orElse(before.jobTitle()));
    return new AccountText(user.name(), "", after);
  }

  private void delete(Context context) throws Refused, RelyingPartyException {
    Visitor visitor = access.require(context, Scope.USERS_MANAGE, EnumSet.of(Role.ADMIN));
    access.checkFresh(visitor, "to delete an account needs");
    var _ = accounts.delete(user(context, visitor).name(), visitor.caller());
    context.status(204);
  }

  /** An account that this visitor may change. */
  private User user(Context context, Visitor visitor) throws Refused, RelyingPartyException {
    User user =
        accounts
            .withHandle(context.pathParam("id"))
            .orElseThrow(() -> new Refused(ProblemCode.NOT_FOUND));
    if (user.role() != Role.USER && visitor.user().role() != Role.ADMIN) {
      throw access.forbidden(visitor, user.name());
    }
    return user;
  }

  private static <T> Optional<T> word(JsonBody body, String name, Optional<T> known)
      throws Refused {
    if (body.has(name) && known.isEmpty()) {
      throw Refused.field("/" + name, "is none of the words that it may be");
    }
    return known;
  }
}
