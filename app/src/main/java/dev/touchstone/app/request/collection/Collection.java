package dev.touchstone.app.request.collection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that belong together, and what their variables stand for.
 *
 * @param name unique; the file is called so
 * @param variables none of which is a secret
 * @param requests in the order in which they were kept
 */
public record Collection(String name, Map<String, String> variables, List<Saved> requests) {

  public Collection {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    requests = List.copyOf(requests);
  }

  /** One with nothing in it. */
  public static Collection empty(String name) {
    return new Collection(name, Map.of(), List.of());
  }

  /** The request of this name. */
  public Optional<Saved> named(String request) {
    return requests.stream().filter(it -> it.name().equals(request)).findFirst();
  }

  /** With this request, in the place of another of its name. */
  public Collection with(Saved saved) {
    List<Saved> all = new ArrayList<>(requests);
    int at = all.stream().map(Saved::name).toList().indexOf(saved.name());
    if (at < 0) {
      all.add(saved);
    } else {
      all.set(at, saved);
    }
    return new Collection(name, variables, all);
  }

  /** Without the request of this name. */
  public Collection without(String request) {
    return new Collection(
        name, variables, requests.stream().filter(it -> !it.name().equals(request)).toList());
  }

  /** With other variables. */
  public Collection withVariables(Map<String, String> others) {
    return new Collection(name, others, requests);
  }
}
