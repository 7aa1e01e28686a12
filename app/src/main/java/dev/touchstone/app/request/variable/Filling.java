package dev.touchstone.app.request.variable;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.MediaType;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Fills the variables of a request in. A value is written as its place demands it, so that it
 * cannot become more than a value: encoded in an address and in a form, escaped in JSON. A secret
 * goes to the origin that it is for, and to no other.
 */
public final class Filling {

  private final Map<String, Value> values = new HashMap<>();

  private Filling() {}

  /**
   * The request without variables.
   *
   * @throws Failure if one has no value, or a secret is for another origin
   */
  public static Request of(Request request, Variables variables) throws Failure {
    return new Filling().filled(request, variables);
  }

  /** The variables in a request. */
  public static Set<String> names(Request request) {
    Set<String> names = new LinkedHashSet<>(Template.names(request.url()));
    request.headers().forEach(it -> names.addAll(Template.names(it.value())));
    names.addAll(Template.names(request.body().shown()));
    return names;
  }

  private Request filled(Request request, Variables variables) throws Failure {
    Set<String> missing = new LinkedHashSet<>();
    for (String name : names(request)) {
      Optional<Value> value = variables.find(name);
      value.ifPresentOrElse(it -> values.put(name, it), () -> missing.add(name));
    }
    if (!missing.isEmpty()) {
      throw RequestAdvice.unresolved(missing);
    }
    Request filled =
        new Request(
            request.method(),
            url(request.url()),
            request.headers().stream()
                .map(it -> new Header(it.name(), fill(it.value(), UnaryOperator.identity())))
                .toList(),
            body(request),
            request.follow());
    checkSecrets(Origin.of(Address.read(filled.url()).uri()));
    return filled;
  }

  private void checkSecrets(Origin to) throws Failure {
    for (Map.Entry<String, Value> entry : values.entrySet()) {
      Optional<Origin> only = entry.getValue().only();
      if (only.isPresent() && !only.get().equals(to)) {
        throw RequestAdvice.foreign(entry.getKey(), only.get().toString(), to);
      }
    }
  }

  /** What an address begins with is an address itself; elsewhere a value is one part of it. */
  private String url(String text) {
    int end = text.startsWith("{{") ? text.indexOf("}}") + 2 : 0;
    String start = fill(text.substring(0, end), UnaryOperator.identity());
    String rest = text.substring(end);
    String joined =
        start.endsWith("/") && rest.startsWith("/") ? start + rest.substring(1) : start + rest;
    return start + fill(joined.substring(start.length()), Filling::encoded);
  }

  private Body body(Request request) {
    return switch (request.body()) {
      case Body.Text(var text) -> Body.of(fill(text, writing(request)));
      case Body.None it -> it;
      case Body.Raw it -> it;
    };
  }

  private static UnaryOperator<String> writing(Request request) {
    String type = request.mediaType();
    if (MediaType.isJson(type)) {
      return value -> new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }
    return MediaType.isForm(type) ? Filling::encoded : UnaryOperator.identity();
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String fill(String text, UnaryOperator<String> written) {
    return Template.fill(
        text,
        name -> {
          Value value = values.get(name);
          return written.apply(value == null ? "" : value.text());
        });
  }
}
