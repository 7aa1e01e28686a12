package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.util.Optional;

/**
 * How a person names what is kept: {@code COLLECTION} or {@code COLLECTION/NAME}.
 *
 * @param request empty for the whole collection
 */
record RequestName(String collection, Optional<String> request) {

  static final String LABEL = "COLLECTION/NAME";

  static RequestName of(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new RequestName(text, Optional.empty())
        : new RequestName(text.substring(0, slash), Optional.of(text.substring(slash + 1)));
  }

  /** The request's own name. */
  String requestName() throws Failure {
    return request
        .filter(it -> !it.isBlank())
        .orElseThrow(() ->
            new Failure(
                new Advice(
                    Advice.Kind.USAGE,
                    "'%s' names a collection and no request in it.".formatted(collection),
                    "",
                    "Name it like %s/NAME.".formatted(collection),
                    "")));
  }
}
