package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditLog.Order;
import dev.touchstone.rp.audit.AuditPlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * A filter in SQL, in two layers. The inner one walks along an index and stops after so many rows;
 * the outer one looks at these with the conditions for which there is no index.
 */
final class AuditSelection {

  /** How many rows one call looks at. */
  static final int WALK = 10_000;

  private static final String NEWEST_FIRST = " ORDER BY at DESC, writer DESC, seq DESC LIMIT ";
  private static final String OLDEST_FIRST = " ORDER BY at, writer, seq LIMIT ";

  /** In these words, for the partial index to be used. */
  private static final String UNSUCCESSFUL = "outcome <> 'succeeded'";

  private static final String WORDS_FOUND =
      """
      (lower(actor) LIKE :words ESCAPE '!' OR lower(subject) LIKE :words ESCAPE '!'
        OR lower(event) LIKE :words ESCAPE '!' OR lower(address) LIKE :words ESCAPE '!'
        OR lower(agent) LIKE :words ESCAPE '!' OR lower(credential) LIKE :words ESCAPE '!'
        OR lower(reason) LIKE :words ESCAPE '!')
      """;

  private final Conditions walk = new Conditions();
  private final Conditions look = new Conditions();
  private final String ordered;

  AuditSelection(AuditFilter filter, Order order, Optional<AuditPlace> after) {
    String further =
        switch (order) {
          case NEWEST_FIRST -> "<";
          case OLDEST_FIRST -> ">";
        };
    ordered =
        switch (order) {
          case NEWEST_FIRST -> NEWEST_FIRST;
          case OLDEST_FIRST -> OLDEST_FIRST;
        };
    after.ifPresent(place ->
        walk.and("(at, writer, seq) %s (:at, :writer, :seq)".formatted(further))
            .bind("at", place.at())
            .bind("writer", place.writer())
            .bind("seq", place.seq()));
    filter.from().ifPresent(it -> walk.and("at >= :from").bind("from", it.toEpochMilli()));
    filter.until().ifPresent(it -> walk.and("at < :until").bind("until", it.toEpochMilli()));
    equal(walk, "subject", filter.subject());
    filter
        .outcome()
        .ifPresent(it -> {
          equal(look, "outcome", it.word());
          switch (it) {
            case SUCCEEDED -> {}
            case REFUSED, FAILED -> walk.and(UNSUCCESSFUL);
          }
        });
    switch (filter.special()) {
      case NONE -> {}
      case UNSUCCESSFUL -> walk.and(UNSUCCESSFUL);
      case POSSIBLE_CLONE -> look.and("detail LIKE '%\"possible_clone\":\"true\"%'");
    }
    equal(look, "actor", filter.actor());
    equal(look, "address", filter.address());
    words(filter.words().strip());
    events(filter.events());
  }

  private static void equal(Conditions conditions, String column, String value) {
    if (!value.isEmpty()) {
      conditions.and(column + " = :" + column).bind(column, value);
    }
  }

  private void words(String words) {
    if (!words.isEmpty()) {
      look.and(WORDS_FOUND).bind("words", LikePattern.containing(words));
    }
  }

  private void events(List<String> names) {
    List<String> any = new ArrayList<>();
    for (String name : names) {
      int number = any.size();
      any.add(
          "event = :event%d OR substr(event, 1, %d) = :begin%1$d"
              .formatted(number, name.length() + 1));
      look.bind("event" + number, name).bind("begin" + number, name + ".");
    }
    if (!any.isEmpty()) {
      look.and("(" + String.join(" OR ", any) + ")");
    }
  }

  /** The rows that fit, up to {@code :limit}. */
  Query rows(Handle handle) {
    Query query =
        handle.createQuery(
            "SELECT * FROM (SELECT * FROM audit"
                + walk.sql()
                + ordered
                + WALK
                + ") AS walked"
                + look.sql()
                + ordered
                + ":limit");
    return look.bindTo(walk.bindTo(query));
  }

  /** The last row that a call looks at; none if it comes to the end before. */
  Query end(Handle handle) {
    return walk.bindTo(
        handle.createQuery(
            "SELECT at, writer, seq FROM audit" + walk.sql() + ordered + "1 OFFSET " + (WALK - 1)));
  }

  private static final class Conditions {
    private final List<String> terms = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    Conditions and(String term) {
      terms.add(term);
      return this;
    }

    Conditions bind(String name, Object value) {
      values.put(name, value);
      return this;
    }

    String sql() {
      return terms.isEmpty() ? "" : " WHERE " + String.join(" AND ", terms);
    }

    Query bindTo(Query query) {
      values.forEach(query::bind);
      return query;
    }
  }
}
