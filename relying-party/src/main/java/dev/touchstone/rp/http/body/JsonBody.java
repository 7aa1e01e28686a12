package dev.touchstone.rp.http.body;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.http.problem.Refused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * The members of a request. {@code null} counts as absent. Members that nobody asks for are left
 * alone, unless {@link #onlyKnows} is called.
 */
public final class JsonBody {

  private final ObjectNode json;

  public JsonBody(ObjectNode json) {
    this.json = json;
  }

  /**
   * A text in one line, without the blanks around it.
   *
   * @param longest in UTF-16 units
   * @throws Refused if it is no text, too long, or holds what no name or word does
   */
  public Optional<String> text(String name, int longest) throws Refused {
    JsonNode node = json.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw Refused.field("/" + name, "has to be text");
    }
    String text = node.textValue().strip();
    if (text.length() > longest) {
      throw Refused.field("/" + name, "may have %d characters at most".formatted(longest));
    }
    if (!writable(text)) {
      throw Refused.field("/" + name, "holds a character that is no part of a text");
    }
    return Optional.of(text);
  }

  /**
   * A text that has to be there.
   *
   * @throws Refused if it is missing or empty, or as {@link #text} does
   */
  public String requiredText(String name, int longest) throws Refused {
    return text(name, longest)
        .filter(it -> !it.isEmpty())
        .orElseThrow(() -> Refused.field("/" + name, "is missing"));
  }

  /**
   * A day as {@code YYYY-MM-DD}.
   *
   * @throws Refused if it is none
   */
  public Optional<LocalDate> date(String name) throws Refused {
    Optional<String> text = text(name, 10).filter(it -> !it.isEmpty());
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw Refused.field("/" + name, "has to be a day, written YYYY-MM-DD");
    }
  }

  /**
   * An object that has to be there.
   *
   * @throws Refused if it is missing or something else
   */
  public ObjectNode object(String name) throws Refused {
    if (json.path(name) instanceof ObjectNode object) {
      return object;
    }
    throw Refused.field("/" + name, json.hasNonNull(name) ? "has to be an object" : "is missing");
  }

  /**
   * An object that may be there.
   *
   * @throws Refused if it is something else
   */
  public JsonBody objectOrNothing(String name) throws Refused {
    return new JsonBody(json.hasNonNull(name) ? object(name) : json.objectNode());
  }

  /**
   * An object that may be there, as JSON text.
   *
   * @throws Refused if it is something else
   */
  public String objectText(String name) throws Refused {
    return objectOrNothing(name).json.toString();
  }

  /** Whether a member is {@code true} or {@code false}. */
  public boolean isFlag(String name) {
    return json.path(name).isBoolean();
  }

  /**
   * Whether a member is {@code true}; one that is not there is not.
   *
   * @throws Refused if it is something else than true or false
   */
  public boolean flag(String name) throws Refused {
    if (json.hasNonNull(name) && !json.get(name).isBoolean()) {
      throw Refused.field("/" + name, "has to be true or false");
    }
    return json.path(name).booleanValue();
  }

  /**
   * A number without a fraction, from 1 on.
   *
   * @throws Refused if it is something else, or larger than that
   */
  public Optional<Long> number(String name, long largest) throws Refused {
    JsonNode node = json.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    boolean whole = node.isIntegralNumber() && node.canConvertToLong();
    if (!whole || node.longValue() < 1 || node.longValue() > largest) {
      throw Refused.field("/" + name, "has to be a number from 1 to %d".formatted(largest));
    }
    return Optional.of(node.longValue());
  }

  /** All of it, for the caller to change. */
  public ObjectNode whole() {
    return json.deepCopy();
  }

  public boolean has(String name) {
    return json.has(name);
  }

  /**
   * Refuses a misspelt member, which would otherwise be a wish that silently does not come true.
   *
   * @return the same members
   * @throws Refused if there is another member than these
   */
  public JsonBody onlyKnows(Set<String> names) throws Refused {
    for (Iterator<String> it = json.fieldNames(); it.hasNext(); ) {
      String name = it.next();
      if (!names.contains(name)) {
        throw Refused.field("/" + name, "is not a member of this request");
      }
    }
    return this;
  }

  /** Without a stream: each request has texts, and a token is a long one. */
  private static boolean writable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!writable(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** No database takes U+0000, no log a line break, and no encoder half a surrogate pair. */
  private static boolean writable(int character) {
    if (character >= ' ' && character <= '~') {
      return true; // nearly all there is, in a token of a thousand characters
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
