package dev.touchstone.app.usecase.request;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.request.Confidential;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.send.Exchange;
import dev.touchstone.app.request.send.Hop;
import dev.touchstone.app.request.send.Timing;
import dev.touchstone.app.request.send.TlsFacts;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An exchange in a sentence for the recorder: who, what, when. No header, no body, no value of a
 * query.
 */
public final class ExchangeWords {

  private ExchangeWords() {}

  static String of(Exchange exchange) {
    return exchange.hops().stream().map(ExchangeWords::hop).collect(Collectors.joining("; "));
  }

  static String of(Request request, Advice advice) {
    return "%s %s: no answer. %s"
        .formatted(request.method(), Confidential.covered(request.url()), advice.happened());
  }

  private static String hop(Hop hop) {
    return "%s %s: %d, %s, %,d bytes%s%s"
        .formatted(
            hop.method(),
            Confidential.covered(hop.uri().toString()),
            hop.answer().status(),
            timing(hop.timing()),
            hop.answer().received(),
            hop.answer().whole() ? "" : " and not all of it",
            hop.tls().map(TlsFacts::protocol).map(it -> ", " + it).orElse(""));
  }

  /** The phases of an exchange, such as {@code 31.0 ms: name 1.0, connect 2.0, …}. */
  public static String timing(Timing timing) {
    return "%s ms: name %s, connect %s, TLS %s, sending %s, waiting %s, receiving %s"
        .formatted(
            millis(timing.total()),
            millis(timing.name()),
            millis(timing.connect()),
            millis(timing.tls()),
            millis(timing.sending()),
            millis(timing.waiting()),
            millis(timing.receiving()));
  }

  /** Milliseconds with one digit behind the point. */
  public static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toNanos() / 1e6);
  }
}
