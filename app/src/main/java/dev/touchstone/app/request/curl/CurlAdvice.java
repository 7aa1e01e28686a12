package dev.touchstone.app.request.curl;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.RequestAdvice;

/** Why a curl line cannot be taken over. */
final class CurlAdvice {

  private CurlAdvice() {}

  static Failure openQuote(char quote) {
    return RequestAdvice.usage(
        "The line is cut off: a quotation begins with %s and does not end.".formatted(quote),
        "Copy it again, whole.",
        "");
  }

  static Failure wouldRun() {
    return RequestAdvice.usage(
        "The line holds a command that a shell would run first: `…`, $(…) or the like.",
        "Nothing is run here; write what it would give, or a variable such as $TOKEN, in its"
            + " place.",
        "");
  }

  static Failure notCurl(String first) {
    return RequestAdvice.usage(
        "This is no line of curl: it begins with '%s'."
            .formatted(first.length() > 20 ? first.substring(0, 20) + "…" : first),
        "In a browser's tools for developers: Network, a request, Copy as cURL (bash).",
        "");
  }

  static Failure windows() {
    return RequestAdvice.usage(
        "This line is quoted for the command line of Windows.",
        "Copy it again as cURL (bash); it works here on Windows too.",
        "");
  }

  static Failure unknown(String option) {
    return RequestAdvice.usage(
        "curl's option %s is not understood here.".formatted(option),
        "Take it out of the line if the request does not need it.",
        "");
  }

  static Failure unsupported(String option, String why) {
    return RequestAdvice.usage(
        "curl's option %s cannot be taken over: %s.".formatted(option, why),
        "Take it out of the line, or change the request afterwards.",
        "");
  }

  static Failure withoutValue(String option) {
    return RequestAdvice.usage(
        "The line is cut off: curl's option %s has no value.".formatted(option),
        "Copy it again, whole.",
        "");
  }

  static Failure addresses(int count) {
    return RequestAdvice.usage(
        count == 0 ? "The line holds no address." : "The line holds %d addresses.".formatted(count),
        "One line is one request.",
        "");
  }
}
