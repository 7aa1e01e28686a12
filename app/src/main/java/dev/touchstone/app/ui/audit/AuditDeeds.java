package dev.touchstone.app.ui.audit;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.admin.AuditRetention.Removal;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.export.RowFormat;
import dev.touchstone.rp.audit.verify.ChainReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is done with the trail as a whole: verify it, hand it out, keep it short. */
public final class AuditDeeds {

  /** What came of it. */
  public sealed interface Notice {
    record Nothing() implements Notice {}

    record Verified(List<ChainReport> chains) implements Notice {
      public Verified {
        chains = List.copyOf(chains);
      }

      boolean intact() {
        return chains.stream().allMatch(ChainReport::intact);
      }
    }

    /** Signatures that can be kept where nobody who can write the database can. */
    record Signed(Path file) implements Notice {}

    record Exported(Path file, long rows) implements Notice {}

    record Removed(long rows) implements Notice {}

    record Failed(Advice advice) implements Notice {}
  }

  /**
   * Rows that would go.
   *
   * @param before what is older
   * @param removals by writer; none if nothing is so old
   */
  public record Proposal(Instant before, List<Removal> removals) {
    public Proposal {
      removals = List.copyOf(removals);
    }

    long rows() {
      return removals.stream().mapToLong(Removal::rows).sum();
    }
  }

  private static final String USUAL_AGE = "400";
  private static final long TOLD_EVERY = 100_000;
  private static final long LONGEST_AGE = 100_000;

  private final UseCases useCases;
  private final Background background;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Notice> notice =
      new ReadOnlyObjectWrapper<>(new Notice.Nothing());
  private final ReadOnlyObjectWrapper<Optional<Proposal>> proposal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> refusal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper working = new ReadOnlyStringWrapper("");
  private final StringProperty age = new SimpleStringProperty(USUAL_AGE);

  /**
   * @param changed told when rows have come or gone
   */
  AuditDeeds(UseCases useCases, Background background, Runnable changed) {
    this.useCases = useCases;
    this.background = background;
    this.changed = changed;
    age.subscribe((before, now) -> forgetProposal());
  }

  public ReadOnlyObjectProperty<Notice> noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** What is under way; empty if nothing is. */
  public ReadOnlyStringProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** In days: rows that are older would go. */
  public StringProperty ageProperty() {
    return age;
  }

  /** What would go, once somebody asked. */
  public ReadOnlyObjectProperty<Optional<Proposal>> proposalProperty() {
    return proposal.getReadOnlyProperty();
  }

  /** Why nothing can be proposed. */
  public ReadOnlyObjectProperty<Optional<Advice>> refusalProperty() {
    return refusal.getReadOnlyProperty();
  }

  /**
   * Computes every chain again.
   *
   * @param checkpoints a file with signatures that was kept elsewhere
   */
  public void verify(Optional<Path> checkpoints) {
    long[] told = {0};
    run(
        "Computing the chain again",
        () ->
            useCases
                .audit()
                .verify(
                    checkpoints,
                    rows -> {
                      if (rows - told[0] >= TOLD_EVERY) {
                        told[0] = rows;
                        background.onWindow(() -> tell("%,d rows so far".formatted(rows)));
                      }
                    }),
        chains -> notice.set(new Notice.Verified(chains)));
  }

  /** Signs the end of every chain, and writes the signatures to a file. */
  public void sign(Path file) {
    run(
        "Signing",
        () -> useCases.audit().checkpoint(file),
        signed -> notice.set(new Notice.Signed(file)));
  }

  /** Writes rows to a file, oldest first. */
  public void export(AuditFilter filter, RowFormat format, Path file) {
    run(
        "Writing " + file.getFileName(),
        () -> useCases.audit().export(filter, format, file),
        rows -> {
          notice.set(new Notice.Exported(file, rows));
          changed.run();
        });
  }

  /** Finds out what would go. */
  public void propose() {
    forgetProposal();
    background.run(
        () -> {
          Instant before = useCases.clock().instant().minus(days());
          return new Proposal(before, useCases.audit().previewRetain(before));
        },
        found -> proposal.set(Optional.of(found)),
        thrown -> refusal.set(Optional.of(Failures.adviceOn(thrown))));
  }

  /** Removes what was proposed. */
  public void remove() {
    Optional<Proposal> wanted = proposal.get();
    forgetProposal();
    wanted.ifPresent(it ->
        run(
            "Removing old rows",
            () -> useCases.audit().retain(it.before()),
            gone -> {
              notice.set(new Notice.Removed(gone.stream().mapToLong(Removal::rows).sum()));
              changed.run();
            }));
  }

  /** Takes away what was proposed or why nothing was. */
  public void forgetProposal() {
    proposal.set(Optional.empty());
    refusal.set(Optional.empty());
  }

  /** Takes away what was told. */
  public void dismiss() {
    notice.set(new Notice.Nothing());
  }

  private Duration days() throws Failure {
    String text = age.get().strip();
    try {
      long days = Long.parseLong(text);
      if (days > 0 && days <= LONGEST_AGE) {
        return Duration.ofDays(days);
      }
    } catch (NumberFormatException e) {
      // told below, as a number that is too small or too large
    }
    throw new Failure(
        new Advice(
            Advice.Kind.USAGE,
            "'%s' is no number of days.".formatted(text),
            "",
            "Write a whole number from 1 to 100000.",
            ""));
  }

  private void tell(String progress) {
    if (!working.get().isEmpty()) {
      working.set(progress);
    }
  }

  private <T> void run(String what, Callable<T> task, Consumer<T> done) {
    notice.set(new Notice.Nothing());
    working.set(what);
    background.run(
        task,
        result -> {
          working.set("");
          done.accept(result);
        },
        thrown -> {
          working.set("");
          notice.set(new Notice.Failed(Failures.adviceOn(thrown)));
        });
  }
}
