package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Confidential;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.MediaType;
import dev.touchstone.app.request.PrettyJson;
import dev.touchstone.app.request.send.Answer;
import dev.touchstone.app.request.send.Exchange;
import dev.touchstone.app.request.send.Hop;
import dev.touchstone.app.request.send.TlsFacts;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.ExchangeWords;
import dev.touchstone.app.usecase.request.SeenTokens;
import java.util.ArrayList;
import java.util.List;

/** An exchange as a person reads it. What the server wrote is made visible, whatever it is. */
final class ExchangeText {

  private final Sheet sheet;
  private final boolean verbose;
  private final UseCases useCases;

  ExchangeText(Sheet sheet, boolean verbose, UseCases useCases) {
    this.sheet = sheet;
    this.verbose = verbose;
    this.useCases = useCases;
  }

  /**
   * All lines.
   *
   * @param saved whether the body went into a file
   * @throws Failure if the inspector cannot be had
   */
  List<String> lines(Exchange exchange, boolean saved) throws Failure {
    List<String> lines = new ArrayList<>();
    List<Hop> shown = verbose ? exchange.hops() : List.of(exchange.last());
    shown.forEach(hop -> head(hop, lines));
    if (!verbose && exchange.hops().size() > 1) {
      lines.add(sheet.style().dim("after %d redirects".formatted(exchange.hops().size() - 1)));
    }
    if (!saved) {
      body(exchange.answer(), lines);
    }
    tokens(exchange.answer(), lines);
    lines.add("");
    lines.add(sheet.style().dim(ExchangeWords.timing(exchange.last().timing())));
    lines.addAll(complaints(exchange));
    return lines;
  }

  /** What is wrong with it. */
  List<String> complaints(Exchange exchange) {
    List<String> all = new ArrayList<>(exchange.answer().warnings());
    if (!exchange.notFollowed().isEmpty()) {
      all.add(exchange.notFollowed());
    }
    return all.stream().map(it -> sheet.style().warning("! " + Visible.line(it))).toList();
  }

  private void head(Hop hop, List<String> lines) {
    Answer answer = hop.answer();
    if (verbose) {
      String address = Confidential.covered(hop.uri().toString());
      lines.add(sheet.style().strong("%s %s".formatted(hop.method(), Visible.line(address))));
      hop.sent().forEach(it -> lines.add(sheet.style().dim("> " + field(it, true))));
      if (!hop.dropped().isEmpty()) {
        lines.add("  not sent to this server: " + Visible.line(String.join(", ", hop.dropped())));
      }
      lines.add(sheet.style().dim("  " + hop.peer()));
      hop.tls().ifPresent(it -> tls(it, lines));
    }
    String status =
        "%s %d %s".formatted(answer.version(), answer.status(), Visible.line(answer.reason()));
    lines.add(
        answer.status() < 400
            ? sheet.style().good(status.strip())
            : sheet.style().bad(status.strip()));
    answer.headers().forEach(it -> lines.add(sheet.style().dim("  " + field(it, false))));
  }

  private static String field(Header header, boolean covered) {
    String value = covered && Confidential.name(header.name()) ? "•••" : header.value();
    return Visible.line(
        header.name() + ": " + Confidential.covering(value, it -> covered ? "•••" : it));
  }

  private void tls(TlsFacts tls, List<String> lines) {
    lines.add("  %s, %s".formatted(tls.protocol(), tls.cipherSuite()));
    for (TlsFacts.Link link : tls.chain()) {
      lines.add("  certificate of   " + Visible.line(link.subject()));
      lines.add("    issued by      " + Visible.line(link.issuer()));
      if (!link.names().isEmpty()) {
        lines.add("    for            " + Visible.line(String.join(", ", link.names())));
      }
      lines.add(
          "    valid          %s to %s"
              .formatted(Moment.of(link.notBefore()), Moment.of(link.notAfter())));
      lines.add("    key, SHA-256   %s, %s".formatted(link.key(), link.sha256()));
    }
    lines.add(
        switch (tls.trust()) {
          case SYSTEM -> "  vouched for by an authority that this computer trusts";
          case PINNED -> "  accepted because it is the pinned one";
          case UNCHECKED -> sheet.style().warning("  not checked");
        });
  }

  private void body(Answer answer, List<String> lines) {
    if (answer.body().length == 0) {
      return;
    }
    lines.add("");
    if (answer.isBinary()) {
      lines.add(
          "%,d bytes that are no text; --output FILE saves them.".formatted(answer.body().length));
      return;
    }
    String text = answer.text();
    boolean json = MediaType.isJson(answer.mediaType()) || text.stripLeading().startsWith("{");
    String shown = json ? PrettyJson.of(text).orElse(text) : text;
    Visible.of(shown.replace("\r\n", "\n")).lines().forEach(lines::add);
  }

  private void tokens(Answer answer, List<String> lines) throws Failure {
    for (SeenTokens.Seen seen : SeenTokens.in(answer)) {
      SeenTokens.decoded(seen, useCases.inspectData()::run)
          .ifPresent(it -> {
            lines.add("");
            lines.addAll(new InspectionTree(sheet, verbose).lines(it.tree().named(seen.where())));
          });
    }
  }
}
