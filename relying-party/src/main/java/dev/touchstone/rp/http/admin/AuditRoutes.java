package dev.touchstone.rp.http.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.admin.AuditDesk;
import dev.touchstone.rp.audit.AddressSpread;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditPage;
import dev.touchstone.rp.audit.AuditPlace;
import dev.touchstone.rp.audit.AuditQuestion;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Outcome;
import dev.touchstone.rp.audit.verify.ChainReport;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.problem.Refused;
import dev.touchstone.rp.token.Scope;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The audit trail: {@code GET /audit}, {@code GET /audit/addresses} and {@code GET
 * /audit/verification}.
 */
public final class AuditRoutes {

  private static final Set<Role> READERS = EnumSet.of(Role.AUDITOR, Role.ADMIN);

  private static final Duration USUAL = Duration.ofDays(30);

  private final AuditDesk desk;
  private final Access access;
  private final InstantSource clock;

  public AuditRoutes(RelyingParty relyingParty, Access access, InstantSource clock) {
    this.desk = relyingParty.administration().audit();
    this.access = access;
    this.clock = clock;
  }

  /** Registers the routes. */
  public void register(RoutesConfig routes) {
    routes
        .get("/audit", this::list)
        .get("/audit/addresses", this::addresses)
        .get("/audit/verification", this::verify);
  }

  private void list(Context context) throws Refused, RelyingPartyException {
    var _ = access.require(context, Scope.AUDIT_READ, READERS);
    Query query = new Query(context);
    AuditPage page =
        desk.list(filter(query), query.word("before", AuditPlace::parse), query.limit());
    ObjectNode json = Query.page();
    ArrayNode rows = json.putArray("rows");
    page.rows().forEach(row -> rows.add(row(row)));
    json.put("next", page.next().map(AuditPlace::toString).orElse(null));
    Query.answer(context, json);
  }

  private static AuditFilter filter(Query query) throws Refused {
    AuditFilter filter =
        query.word("question", AuditRoutes::question).orElse(AuditQuestion.LATEST).filter();
    String event = query.text("event");
    AuditFilter narrowed = event.isEmpty() ? filter : filter.events(List.of(event));
    Optional<Outcome> outcome = query.word("outcome", AuditRoutes::outcome);
    return (outcome.isEmpty() ? narrowed : narrowed.outcome(outcome))
        .people(query.text("actor"), query.text("subject"), query.text("address"))
        .between(query.moment("from"), query.moment("until"));
  }

  private static Optional<AuditQuestion> question(String word) {
    return Stream.of(AuditQuestion.values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  private static Optional<Outcome> outcome(String word) {
    return Stream.of(Outcome.values()).filter(it -> it.word().equals(word)).findFirst();
  }

  private static ObjectNode row(AuditRow row) {
    ObjectNode json =
        Query.page()
            .put("writer", row.writer())
            .put("seq", row.seq())
            .put("at", row.when().toString())
            .put("event", row.event())
            .put("outcome", row.outcome())
            .put("actor", row.actor())
            .put("subject", row.subject())
            .put("credential", row.credential())
            .put("address", row.address())
            .put("agent", row.agent())
            .put("reason", row.reason());
    ObjectNode detail = json.putObject("detail");
    row.facts().forEach(detail::put);
    return json.put("hash", row.hash().hex());
  }

  private void addresses(Context context) throws Refused, RelyingPartyException {
    var _ = access.require(context, Scope.AUDIT_READ, READERS);
    Query query = new Query(context);
    Instant since = query.moment("from").orElseGet(() -> clock.instant().minus(USUAL));
    ObjectNode json = Query.page();
    ArrayNode users = json.putArray("users");
    for (AddressSpread it : desk.severalAddresses(since, query.limit())) {
      users
          .addObject()
          .put("user", it.subject())
          .put("addresses", it.addresses())
          .put("sign_ins", it.signIns())
          .put("first", it.first().toString())
          .put("last", it.last().toString());
    }
    Query.answer(context, json);
  }

  private void verify(Context context) throws Refused, RelyingPartyException {
    var _ = access.require(context, Scope.AUDIT_READ, READERS);
    List<ChainReport> reports = desk.verify(List.of(), _ -> Optional.empty(), _ -> {});
    ObjectNode json = Query.page().put("intact", reports.stream().allMatch(ChainReport::intact));
    ArrayNode chains = json.putArray("chains");
    for (ChainReport report : reports) {
      chains
          .addObject()
          .put("writer", report.writer())
          .put("intact", report.intact())
          .put("rows", report.rows())
          .put("first", report.first())
          .put("last", report.last())
          .put("signed_up_to", report.signedUpTo())
          .put("findings", report.findingsInAll());
    }
    Query.answer(context, json);
  }
}
