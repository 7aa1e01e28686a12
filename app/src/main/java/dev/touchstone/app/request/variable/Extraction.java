package dev.touchstone.app.request.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Confidential;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.MediaType;
import dev.touchstone.app.request.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a request what opens doors, and leaves variables: what remains can be kept and
 * handed on.
 */
public final class Extraction {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern SCHEME =
      Pattern.compile("(?i)(Bearer|Basic|DPoP|Token)(\\s+)(.+)", Pattern.DOTALL);
  private static final Pattern PARAMETER = Pattern.compile("(?<=[?&]|^)([^=&?#]+)=([^&#]*)");
  private static final Pattern USER = Pattern.compile("(?<=://)([^/?#]+)(?=@)");

  private final Map<String, String> taken = new LinkedHashMap<>();

  private Extraction() {}

  /**
   * What came of it.
   *
   * @param request with variables in the place of what was taken
   * @param taken by the variable's name
   */
  public record Result(Request request, Map<String, String> taken) {
    @Override
    public String toString() {
      return "Result " + taken.keySet();
    }
  }

  /** Takes it out. */
  public static Result of(Request request) {
    return new Extraction().run(request);
  }

  private Result run(Request request) {
    String url =
        USER.matcher(request.url())
            .replaceAll(it -> Matcher.quoteReplacement(whole("login", it.group(1))));
    int query = url.indexOf('?');
    url = query < 0 ? url : url.substring(0, query) + parameters(url.substring(query));
    Request without =
        new Request(
            request.method(),
            looks(url),
            request.headers().stream().map(it -> new Header(it.name(), header(it))).toList(),
            body(request),
            request.follow());
    return new Result(without, taken);
  }

  private String header(Header header) {
    if (!Confidential.name(header.name())) {
      return looks(header.value());
    }
    Matcher scheme = SCHEME.matcher(header.value());
    if (scheme.matches()) {
      String name = scheme.group(1).equalsIgnoreCase("basic") ? "basic" : "token";
      return scheme.group(1) + scheme.group(2) + whole(name, scheme.group(3));
    }
    return whole(variable(header.name()), header.value());
  }

  private Body body(Request request) {
    if (!(request.body() instanceof Body.Text(var text))) {
      return request.body();
    }
    if (MediaType.isForm(request.mediaType())) {
      return Body.of(looks(parameters(text)));
    }
    try {
      JsonNode json = MAPPER.readTree(text);
      int before = taken.size();
      json(json);
      return Body.of(looks(taken.size() == before ? text : json.toString()));
    } catch (JsonProcessingException e) {
      return Body.of(looks(text));
    }
  }

  private void json(JsonNode node) {
    switch (node) {
      case ObjectNode object ->
          object
              .properties()
              .forEach(member -> {
                JsonNode value = member.getValue();
                boolean holdsOne = value.isTextual() || value.isNumber();
                if (holdsOne && Confidential.name(member.getKey())) {
                  member.setValue(
                      object.textNode(whole(variable(member.getKey()), value.asText())));
                } else {
                  json(value);
                }
              });
      case ArrayNode array -> array.forEach(this::json);
      default -> {}
    }
  }

  private String parameters(String text) {
    return PARAMETER
        .matcher(text)
        .replaceAll(it -> {
          boolean confidential = Confidential.name(decoded(it.group(1)));
          String value =
              confidential ? whole(variable(it.group(1)), decoded(it.group(2))) : it.group(2);
          return Matcher.quoteReplacement(it.group(1) + "=" + value);
        });
  }

  private String looks(String text) {
    return Confidential.covering(text, found -> take("token", found));
  }

  private String whole(String name, String value) {
    boolean nothing = value.isEmpty() || Template.fill(value, _ -> "").isBlank();
    return nothing ? value : take(name, value);
  }

  /** The same value twice is one variable; another one under the same name gets a number. */
  private String take(String wanted, String value) {
    String name = wanted;
    for (int i = 2; taken.containsKey(name) && !value.equals(taken.get(name)); i++) {
      name = wanted + "_" + i;
    }
    taken.put(name, value);
    return Template.of(name);
  }

  private static String variable(String name) {
    String word = decoded(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String cut = word.substring(0, Math.min(word.length(), 60));
    return cut.matches("[a-z_].*") ? cut : "v_" + cut;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
