package dev.touchstone.app.ui.mail;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What lies in the outbox folder. */
public final class OutboxViewModel {

  private static final int PAGE = 200;

  private final UseCases useCases;
  private final Background background;
  private final ObservableList<OutboxMail> mails = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<OutboxMail>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Path>> folder =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  OutboxViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
  }

  /** The newest first. */
  public ObservableList<OutboxMail> mails() {
    return mails;
  }

  /** The one that is read; the newest, until the person chooses. */
  public ReadOnlyObjectProperty<Optional<OutboxMail>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Where they lie. */
  public ReadOnlyObjectProperty<Optional<Path>> folderProperty() {
    return folder.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  public void choose(OutboxMail mail) {
    chosen.set(Optional.of(mail));
  }

  private record Found(List<OutboxMail> mails, Path folder) {}

  /** Reads the folder anew; what was chosen stays so while it is there. */
  public void refresh() {
    background.run(
        () -> new Found(useCases.mail().outbox(PAGE), useCases.mail().outboxFolder()),
        found -> {
          failure.set(Optional.empty());
          folder.set(Optional.of(found.folder()));
          String before = chosen.get().map(OutboxMail::name).orElse("");
          mails.setAll(found.mails());
          chosen.set(
              mails.stream()
                  .filter(it -> it.name().equals(before))
                  .findFirst()
                  .or(() -> mails.stream().findFirst()));
        },
        thrown -> failure.set(Optional.of(Failures.adviceOn(thrown))));
  }
}
