package dev.touchstone.app.request;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import java.util.Set;

/** What is wrong with a request before anything is sent. */
public final class RequestAdvice {

  private static final String NOTHING_SENT = "Nothing was sent.";

  /** The variable that stands for a token of its own; a person gave it no name. */
  public static final String BEARER = "touchstone-bearer";

  private RequestAdvice() {}

  static Failure noAddress(String text) {
    String shown = Confidential.covered(text.length() > 80 ? text.substring(0, 80) + "…" : text);
    return usage(
        "'%s' is no address that a request can be sent to.".formatted(shown),
        "Write it like https://api.example.org/whoami or http://localhost:8080/.",
        "");
  }

  /** A variable has no value. */
  public static Failure unresolved(Set<String> names) {
    String first = names.iterator().next();
    return usage(
        names.size() == 1
            ? "The variable {{%s}} has no value.".formatted(first)
            : "These variables have no value: {{%s}}.".formatted(String.join("}}, {{", names)),
        "Give one with --var %s=VALUE, set it in the collection, or keep a secret with 'touchstone request secret %s'."
            .formatted(first, first),
        "");
  }

  /** A secret would go where it does not belong. */
  public static Failure foreign(String name, String belongs, Origin to) {
    if (name.equals(BEARER)) {
      return usage(
          "The token is for %s and would have gone to %s.".formatted(belongs, to),
          "Sign in there for one, or give one that is for there.",
          "");
    }
    return usage(
        "The secret '%s' is for %s and would have gone to %s.".formatted(name, belongs, to),
        "If that is meant, keep it for there too: touchstone request secret OTHER-NAME --for %s."
            .formatted(to),
        "");
  }

  /** A method, header name or value that HTTP has no room for. */
  public static Failure malformed(String what, String why) {
    return usage("%s %s.".formatted(what, why), "Change it and send it again.", "RFC 9110 §5");
  }

  /** Anything else that cannot be done as it was asked. */
  public static Failure usage(String happened, String next, String clause) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, NOTHING_SENT, next, clause));
  }
}
