package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.FingerprintSitting;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.key.manage.fingerprint.EnrolFingerprint.Enrolment;
import dev.touchstone.key.manage.fingerprint.EnrolmentProgress;
import dev.touchstone.key.manage.fingerprint.Fingerprint;
import dev.touchstone.key.manage.fingerprint.SampleStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone fingerprints enrol} */
@Command(
    name = "enrol",
    header = "Let a key learn a finger",
    description = {
      "",
      "Lay the finger on the key's sensor and lift it again, as often as the key wants; what it"
          + " made of each sample is told on standard error. Ctrl-C ends it, and the key forgets"
          + " what it has seen. Nothing is asked before: the PIN and the finger are the answer.",
      ""
    })
final class EnrolFingerprintCommand extends FingerprintCommand {

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What the finger is called, such as 'right thumb'.")
  private @Nullable String name;

  @Option(names = "--dry-run", description = "Show what would happen, and change nothing.")
  private boolean dryRun;

  EnrolFingerprintCommand(RootCommand root) {
    super(root);
  }

  @Override
  void run(UseCases useCases, FingerprintSitting sitting, TerminalWatcher watcher) throws Failure {
    Enrolment enrolment = sitting.previewEnrol(Optional.ofNullable(name), watcher, cancellation());
    if (dryRun) {
      answer(
          _ -> FingerprintDocuments.enrolled(sitting.key(), false, enrolment, Optional.empty(), 0),
          preview(enrolment));
      return;
    }
    Samples samples = new Samples(useCases.virtualTouch());
    watcher.touchesAre(" for a sample of the finger");
    say("Lay the finger on the key's sensor and lift it again, until the key has enough.");
    Fingerprint finger = sitting.enrol(enrolment, samples, watcher, cancellation());
    if (name != null) {
      say("The finger is enrolled; its name follows.");
      finger =
          sitting.rename(
              sitting.previewRename(finger, name, watcher, cancellation()),
              watcher,
              cancellation());
    }
    Fingerprint added = finger;
    answer(
        _ ->
            FingerprintDocuments.enrolled(
                sitting.key(), true, enrolment, Optional.of(added), samples.captured),
        List.of("Enrolled %s, from %d samples.".formatted(title(added), samples.captured)));
  }

  private static List<String> preview(Enrolment enrolment) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Would enrol a finger%s%s."
            .formatted(
                enrolment.name().map(it -> " as '" + Visible.line(it) + "'").orElse(""),
                enrolment.sensor().samples().isPresent()
                    ? ", from at most %d good samples"
                        .formatted(enrolment.sensor().samples().getAsInt())
                    : ""));
    if (enrolment.first()) {
      lines.add("It would be the first: from then on a finger may stand for the PIN.");
    }
    lines.add("Nothing was changed.");
    return lines;
  }

  private void say(String line) {
    Paragraph.lines(line, terminal().columns()).forEach(terminal().err()::println);
  }

  /** Tells each sample; the virtual key's person uses another finger where one is known. */
  private final class Samples implements EnrolmentProgress.Listener {

    private final VirtualTouch virtual;
    private int captured;

    Samples(VirtualTouch virtual) {
      this.virtual = virtual;
    }

    @Override
    public void captured(EnrolmentProgress progress) {
      captured++;
      say("%d of %d  %s".formatted(progress.good(), progress.wanted(), progress.last().sentence()));
      if (progress.last() == SampleStatus.EXISTS) {
        virtual.takeAnotherFinger();
      }
    }
  }
}
