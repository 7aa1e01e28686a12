package dev.touchstone.key.webauthn.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OptionsRejected;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A member of the options, present or not, that knows its name for the case that it is malformed.
 * {@code null} counts as absent, as in Web IDL dictionaries.
 */
public final class Member {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final String TYPE_ERROR = "TypeError";
  private static final String ROOT = "options";

  private final String name;
  private final @Nullable JsonNode node;

  private Member(String name, @Nullable JsonNode node) {
    this.name = name;
    this.node = node == null || node.isNull() ? null : node;
  }

  /** The whole of the options, which has to be a JSON object. */
  public static Member parse(String json) throws OptionsRejected {
    try {
      Member root = new Member(ROOT, MAPPER.readTree(json));
      root.object();
      return root;
    } catch (JsonProcessingException e) {
      throw new OptionsRejected(
          "SyntaxError",
          ROOT,
          "is not JSON: line "
              + e.getLocation().getLineNr()
              + ", column "
              + e.getLocation().getColumnNr()
              + ".");
    }
  }

  /** Such as {@code user.id} or {@code allowCredentials[2].id}. */
  public String name() {
    return name;
  }

  public boolean isPresent() {
    return node != null;
  }

  /** A member of this object; absent if this is. */
  public Member member(String key) throws OptionsRejected {
    String path = name.equals(ROOT) ? key : name + "." + key;
    return new Member(path, isPresent() ? object().get(key) : null);
  }

  /** Every member of this object; none if this is absent. */
  public Map<String, Member> members() throws OptionsRejected {
    Map<String, Member> members = new LinkedHashMap<>();
    if (isPresent()) {
      object()
          .properties()
          .forEach(e -> members.put(e.getKey(), new Member(name + "." + e.getKey(), e.getValue())));
    }
    return members;
  }

  /** Every element of this list; none if this is absent. */
  public List<Member> elements() throws OptionsRejected {
    List<Member> elements = new ArrayList<>();
    if (node != null) {
      if (!node.isArray()) {
        throw wrong("has to be a list.");
      }
      for (int i = 0; i < node.size(); i++) {
        elements.add(new Member(name + "[" + i + "]", node.get(i)));
      }
    }
    return elements;
  }

  public Optional<String> text() throws OptionsRejected {
    if (node == null) {
      return Optional.empty();
    }
    if (!node.isTextual()) {
      throw wrong("has to be a string.");
    }
    return Optional.of(node.textValue());
  }

  public String requiredText() throws OptionsRejected {
    return required(text());
  }

  /** Bytes in base64url without padding. */
  public Optional<Bytes> bytes() throws OptionsRejected {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Bytes.of(Base64.getUrlDecoder().decode(text.get())));
    } catch (IllegalArgumentException e) {
      throw new OptionsRejected("EncodingError", name, "is not base64url.");
    }
  }

  public Bytes requiredBytes() throws OptionsRejected {
    return required(bytes());
  }

  /** False if absent. */
  public boolean flag() throws OptionsRejected {
    if (node == null) {
      return false;
    }
    if (!node.isBoolean()) {
      throw wrong("has to be true or false.");
    }
    return node.booleanValue();
  }

  public OptionalLong number() throws OptionsRejected {
    if (node == null) {
      return OptionalLong.empty();
    }
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw wrong("has to be a whole number.");
    }
    return OptionalLong.of(node.longValue());
  }

  /** What to throw when a value is of the right type and still wrong. */
  public OptionsRejected wrong(String problem) {
    return new OptionsRejected(TYPE_ERROR, name, problem);
  }

  /** What to throw when a value asks for something that cannot be. */
  public OptionsRejected unsupported(String problem) {
    return new OptionsRejected("NotSupportedError", name, problem);
  }

  private JsonNode object() throws OptionsRejected {
    if (node == null || !node.isObject()) {
      throw wrong("has to be a JSON object.");
    }
    return node;
  }

  private <T> T required(Optional<T> value) throws OptionsRejected {
    return value.orElseThrow(() -> wrong("is missing."));
  }
}
