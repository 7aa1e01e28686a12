package dev.touchstone.app.request.variable;

import dev.touchstone.app.advice.Failure;
import java.util.Map;
import java.util.Optional;

/** Where values of variables come from. */
@FunctionalInterface
public interface Variables {

  /** Nowhere. */
  Variables NONE = _ -> Optional.empty();

  /**
   * The value, if there is one here.
   *
   * @throws Failure if it is kept and cannot be read
   */
  Optional<Value> find(String name) throws Failure;

  /** Values that are no secrets. */
  static Variables of(Map<String, String> values) {
    return name -> Optional.ofNullable(values.get(name)).map(Value::open);
  }

  /** These, and for what they do not have, others. */
  default Variables or(Variables others) {
    return name -> {
      Optional<Value> found = find(name);
      return found.isPresent() ? found : others.find(name);
    };
  }
}
