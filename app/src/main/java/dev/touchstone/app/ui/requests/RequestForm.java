package dev.touchstone.app.ui.requests;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person types of a request. */
public final class RequestForm {

  private final StringProperty method = new SimpleStringProperty("GET");
  private final StringProperty url = new SimpleStringProperty("");
  private final StringProperty headers = new SimpleStringProperty("");
  private final StringProperty body = new SimpleStringProperty("");
  private final StringProperty variables = new SimpleStringProperty("");
  private final BooleanProperty follow = new SimpleBooleanProperty();
  private final BooleanProperty unchecked = new SimpleBooleanProperty();

  public StringProperty methodProperty() {
    return method;
  }

  public StringProperty urlProperty() {
    return url;
  }

  /** A header a line: name, colon, value. */
  public StringProperty headersProperty() {
    return headers;
  }

  public StringProperty bodyProperty() {
    return body;
  }

  /** A variable a line: name, equals sign, value. */
  public StringProperty variablesProperty() {
    return variables;
  }

  public BooleanProperty followProperty() {
    return follow;
  }

  /** Whether any certificate will do. */
  public BooleanProperty uncheckedProperty() {
    return unchecked;
  }

  void show(Request request, Map<String, String> values) {
    method.set(request.method());
    url.set(request.url());
    headers.set(
        request.headers().stream()
            .map(it -> it.name() + ": " + it.value())
            .collect(Collectors.joining("\n")));
    body.set(request.body().shown());
    variables.set(
        values.entrySet().stream()
            .map(it -> it.getKey() + " = " + it.getValue())
            .collect(Collectors.joining("\n")));
    follow.set(request.follow());
    unchecked.set(false);
  }

  /**
   * The request that is described.
   *
   * @throws Failure if a line of the headers is none
   */
  Request read() throws Failure {
    List<Header> all = new ArrayList<>();
    for (String line : lines(headers)) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw RequestAdvice.usage(
            "'%s' is no header.".formatted(line.length() > 40 ? line.substring(0, 40) + "…" : line),
            "Write it as NAME: VALUE, one a line.",
            "");
      }
      all.add(new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
    }
    Body content = body.get().isEmpty() ? Body.none() : Body.of(body.get());
    String verb = method.get() == null ? "GET" : method.get().strip().toUpperCase(Locale.ROOT);
    return new Request(verb, url.get().strip(), all, content, follow.get());
  }

  /**
   * What variables stand for.
   *
   * @throws Failure if a line is no variable
   */
  Map<String, String> values() throws Failure {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : lines(variables)) {
      int equals = line.indexOf('=');
      if (equals <= 0) {
        throw RequestAdvice.usage(
            "A line of the variables has no equals sign.", "Write NAME = VALUE, one a line.", "");
      }
      values.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return values;
  }

  private static List<String> lines(StringProperty text) {
    return text.get().lines().filter(it -> !it.isBlank()).toList();
  }
}
