package dev.touchstone.rp.http.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.http.problem.Refused;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The query parameters of a list; and its answer. */
final class Query {

  private static final int USUAL = 50;
  private static final int MOST = 500;
  private static final int LONGEST = 300;

  private final Context context;

  Query(Context context) {
    this.context = context;
  }

  /** Empty where it is not there. */
  String text(String name) throws Refused {
    String text = context.queryParam(name);
    if (text == null) {
      return "";
    }
    if (text.length() > LONGEST || text.indexOf('\0') >= 0) {
      throw Refused.field(name, "is too long, or no text");
    }
    return text;
  }

  /** One of a few words. */
  <T> Optional<T> word(String name, Function<String, Optional<T>> words) throws Refused {
    String text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> word = words.apply(text);
    if (word.isEmpty()) {
      throw Refused.field(name, "is none of the words that it may be");
    }
    return word;
  }

  /** A moment as RFC 3339 writes it, in UTC. */
  Optional<Instant> moment(String name) throws Refused {
    String text = text(name);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw Refused.field(name, "has to be a moment, such as 2026-11-20T12:00:00Z");
    }
  }

  int limit() throws Refused {
    String text = text("limit");
    if (text.isEmpty()) {
      return USUAL;
    }
    if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > MOST) {
      throw Refused.field("limit", "has to be a number from 1 to %d".formatted(MOST));
    }
    return Integer.parseInt(text);
  }

  static ObjectNode page() {
    return Json.MAPPER.createObjectNode();
  }

  static void answer(Context context, ObjectNode json) {
    context.contentType("application/json").result(json.toString());
  }
}
