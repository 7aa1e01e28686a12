package dev.touchstone.app.usecase.request;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.send.Answer;
import dev.touchstone.rp.inspect.Inspection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds JWTs in an answer. */
public final class SeenTokens {

  private static final int MOST = 8;
  private static final int LOOKED_AT = 1 << 20;
  private static final Pattern JWT =
      Pattern.compile(
          "(?:\"([^\"\\\\]{1,64})\"\\s{0,9}:\\s{0,9}\")?(eyJ[\\w-]{6,20000}\\.[\\w-]{2,20000}\\.[\\w-]{0,20000})");

  private SeenTokens() {}

  /**
   * A token.
   *
   * @param where the member or the header in which it stood
   * @param compact the token itself
   */
  public record Seen(String where, String compact) {
    @Override
    public String toString() {
      return "Seen in " + where;
    }
  }

  /** Spells data out. */
  @FunctionalInterface
  public interface Inspecting {
    Inspection run(byte[] data) throws Failure;
  }

  /** A token spelled out; empty if it only looked like one. */
  public static Optional<Inspection> decoded(Seen seen, Inspecting inspector) {
    try {
      return Optional.of(inspector.run(seen.compact().getBytes(StandardCharsets.UTF_8)));
    } catch (Failure e) {
      return Optional.empty();
    }
  }

  /** Each once, in the order in which they came. */
  public static List<Seen> in(Answer answer) {
    Map<String, String> found = new LinkedHashMap<>();
    answer.headers().forEach(it -> look(it.value(), it.name(), found));
    if (!answer.isBinary()) {
      String text = answer.text();
      look(text.substring(0, Math.min(text.length(), LOOKED_AT)), "body", found);
    }
    List<Seen> seen = new ArrayList<>();
    found.forEach((compact, where) -> seen.add(new Seen(where, compact)));
    return seen;
  }

  private static void look(String text, String place, Map<String, String> found) {
    Matcher matcher = JWT.matcher(text);
    while (found.size() < MOST && matcher.find()) {
      found.putIfAbsent(matcher.group(2), matcher.group(1) == null ? place : matcher.group(1));
    }
  }
}
