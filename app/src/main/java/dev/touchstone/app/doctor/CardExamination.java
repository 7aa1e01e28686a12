package dev.touchstone.app.doctor;

import dev.touchstone.app.doctor.Finding.Verdict;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.card.CardService;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Whether card readers can be used. */
record CardExamination(Machine machine, Supplier<CardService> service) implements Examination {

  private static final String AREA = "Cards";

  @Override
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    if (machine.kind() == Machine.Kind.LINUX) {
      findings.add(installed());
    }
    CardService asked = service.get();
    findings.add(asked.obstacle().map(CardExamination::obstacle).orElseGet(() -> runs(asked)));
    return findings;
  }

  private Finding installed() {
    boolean daemon =
        Files.exists(machine.file("/usr/sbin/pcscd"))
            || Files.exists(machine.file("/usr/bin/pcscd"));
    return daemon
        ? Finding.fine(AREA, "pcscd", "It is installed.")
        : Finding.attention(
            AREA,
            "pcscd",
            "It is not installed: only keys on USB are found.",
            "For cards and NFC: sudo apt install pcscd");
  }

  /** A computer without card readers needs no service for them. */
  private static Finding obstacle(Hint hint) {
    return new Finding(AREA, "PC/SC service", Verdict.ATTENTION, hint.happened(), hint.next());
  }

  private static Finding runs(CardService asked) {
    return asked.readers().isEmpty()
        ? Finding.fine(AREA, "PC/SC service", "It runs; no reader is plugged in.")
        : Finding.fine(
            AREA,
            "PC/SC service",
            "It runs; readers: %s.".formatted(String.join(", ", asked.readers())));
  }
}
