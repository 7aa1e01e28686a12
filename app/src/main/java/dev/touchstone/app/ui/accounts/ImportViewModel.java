package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.admin.transfer.ImportReport;
import dev.touchstone.rp.admin.transfer.UserFile;
import dev.touchstone.rp.admin.transfer.UserImport.Wish;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** A file of users: what would become of each row, and then its storing. */
public final class ImportViewModel {

  private final UseCases useCases;
  private final Background background;
  private final Consumer<String> told;
  private final BooleanProperty skipBad = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<ImportReport>> preview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Path> file = Optional.empty();

  /**
   * @param told gets a sentence when users were made
   */
  public ImportViewModel(UseCases useCases, Background background, Consumer<String> told) {
    this.useCases = useCases;
    this.background = background;
    this.told = told;
  }

  /** Whether the rows that are good are taken although others are not. */
  public BooleanProperty skipBadProperty() {
    return skipBad;
  }

  /** What would become of the file; empty until it was read. */
  public ReadOnlyObjectProperty<Optional<ImportReport>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Why the file cannot be read or stored. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Whether {@link #store} would store anything. */
  public boolean possible() {
    return preview
        .get()
        .filter(it -> it.good() > 0 && (skipBad.get() || it.problemsInAll() == 0))
        .isPresent();
  }

  /** Reads a file and says what would become of it. */
  public void read(Path chosen) {
    file = Optional.of(chosen);
    skipBad.set(false);
    preview.set(Optional.empty());
    run(chosen, Wish.PREVIEW, report -> preview.set(Optional.of(report)));
  }

  /** Stores what was shown; {@code done} is told when that worked. */
  public void store(Runnable done) {
    if (!possible()) {
      return;
    }
    Wish wish = skipBad.get() ? Wish.SKIP_BAD : Wish.ALL_OR_NOTHING;
    file.ifPresent(it ->
        run(
            it,
            wish,
            report -> {
              preview.set(Optional.of(report));
              if (report.stored()) {
                done.run();
                told.accept(
                    "%s made; %,d rows left out."
                        .formatted(users(report.good()), report.problemsInAll()));
              }
            }));
  }

  static String users(long count) {
    return count == 1 ? "1 user" : "%,d users".formatted(count);
  }

  private void run(Path chosen, Wish wish, Consumer<ImportReport> done) {
    failure.set(Optional.empty());
    UserFile kind = UserFile.of(chosen.toString());
    background.run(
        () -> useCases.accounts().importFrom(chosen, kind, wish),
        done,
        thrown -> failure.set(Optional.of(Failures.adviceOn(thrown))));
  }
}
