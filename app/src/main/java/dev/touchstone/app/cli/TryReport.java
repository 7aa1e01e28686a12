package dev.touchstone.app.cli;

import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.TryIt;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.ceremony.Step;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code try} prints, part by part as it happens. With {@code --json} it stays silent. */
final class TryReport {

  private static final List<String> NEXT =
      List.of(
          "  touchstone try --verbose         every value in full, and more reasons",
          "  touchstone keys                  your own keys; 'try --key ID' takes one",
          "  touchstone register --user ada   register for good, then sign-in --user ada",
          "  touchstone --help                everything else");

  private final Terminal terminal;
  private final Style style;
  private final boolean silent;
  private final CeremonyReport ceremonies;
  private boolean registered;
  private int signIns;

  TryReport(Terminal terminal, boolean verbose, boolean silent) {
    this.terminal = terminal;
    this.style = terminal.style();
    this.silent = silent;
    this.ceremonies =
        new CeremonyReport(
            verbose ? StepList.Detail.EVERYTHING : StepList.Detail.INPUTS, terminal.sheet());
  }

  /** What the next touch is for. */
  String purpose() {
    return registered ? " (sign-in %d)".formatted(signIns + 1) : " (registration)";
  }

  void key(KeyDescription key) {
    heading("The key");
    print(
        List.of(
            "  "
                + style.strong(Visible.line(key.key().name()))
                + "  "
                + style.dim(key.key().path())));
    print(
        terminal.sheet().lines(Visible.of(key.summary()), terminal.columns() - 2).stream()
            .map(line -> "  " + line)
            .toList());
  }

  void ceremony(CeremonyResult result) {
    registered = true;
    heading(
        switch (result.verdict().kind()) {
          case REGISTRATION -> "Registration, WebAuthn Level 3 §7.1";
          case AUTHENTICATION -> "Sign-in " + ++signIns + ", WebAuthn Level 3 §7.2";
        });
    print(ceremonies.lines(result));
  }

  void end(TryIt.Result result) {
    heading("In short");
    List<String> lines = new ArrayList<>();
    List<CeremonyResult> all =
        Stream.concat(Stream.of(result.registration()), result.signIns().stream()).toList();
    long passed = count(all, Step.Outcome.PASSED);
    long failed = count(all, Step.Outcome.FAILED);
    long without = count(all, Step.Outcome.NOT_APPLICABLE);
    lines.add(
        "  %d steps passed, %s, %d did not apply."
            .formatted(passed, failed == 0 ? "none failed" : failed + " failed", without));
    lines.add("  Signature counter: " + counters(all) + ".");
    result
        .registration()
        .verdict()
        .attestation()
        .ifPresent(report ->
            terminal
                .sheet()
                .lines(Visible.of(report.sentence()), terminal.columns() - 2)
                .forEach(line -> lines.add("  " + line)));
    lines.add(
        "  "
            + (result.accepted()
                ? style.good("Registered, and signed in twice.")
                : style.bad("Not everything was accepted: see the steps marked ✗.")));
    print(lines);
    if (result.accepted()) {
      heading("What next");
      print(NEXT);
    }
  }

  private static String counters(List<CeremonyResult> all) {
    return all.stream()
        .map(it -> it.verdict().credential())
        .flatMap(Optional::stream)
        .map(Credential::signCount)
        .map(String::valueOf)
        .collect(Collectors.joining(" → "));
  }

  private static long count(List<CeremonyResult> all, Step.Outcome outcome) {
    return all.stream()
        .flatMap(it -> it.verdict().steps().stream())
        .filter(step -> step.outcome() == outcome)
        .count();
  }

  private void heading(String text) {
    print(List.of("", style.strong(text)));
  }

  private void print(List<String> lines) {
    if (!silent) {
      PrintStream out = terminal.out();
      lines.forEach(out::println);
      out.flush();
    }
  }
}
