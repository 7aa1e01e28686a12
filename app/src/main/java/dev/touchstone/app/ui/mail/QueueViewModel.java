package dev.touchstone.app.ui.mail;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.QueuedMail;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Mail that waits, and what became of the rest. */
public final class QueueViewModel {

  private static final int PAGE = 500;

  /** What would be done to a mail, shown before it is. */
  public sealed interface Question {
    /** It is tried at once. */
    record Retry(QueuedMail mail) implements Question {}

    /** It is forgotten, and never sent if it waits. */
    record Drop(QueuedMail mail) implements Question {}
  }

  private final UseCases useCases;
  private final Background background;
  private final ObservableList<QueuedMail> mails = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<MailState>> state =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Map<MailState, Long>> counts =
      new ReadOnlyObjectWrapper<>(Map.of());
  private final ReadOnlyObjectWrapper<Optional<QueuedMail>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  QueueViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    state.subscribe((before, now) -> refresh());
  }

  /** The newest first. */
  public ObservableList<QueuedMail> mails() {
    return mails;
  }

  /** Only those in this state; empty for all. */
  public ObjectProperty<Optional<MailState>> stateProperty() {
    return state;
  }

  /** How many there are in each state. */
  public ReadOnlyObjectProperty<Map<MailState, Long>> countsProperty() {
    return counts.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<QueuedMail>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  public void choose(QueuedMail mail) {
    chosen.set(Optional.of(mail));
  }

  private record Found(List<QueuedMail> mails, Map<MailState, Long> counts) {}

  /** Reads it anew; what was chosen stays so while it is there. */
  public void refresh() {
    Optional<MailState> wanted = state.get();
    background.run(
        () -> new Found(useCases.mail().queue(wanted, PAGE), useCases.mail().overview().counts()),
        found -> {
          String before = chosen.get().map(QueuedMail::id).orElse("");
          mails.setAll(found.mails());
          counts.set(found.counts());
          chosen.set(mails.stream().filter(it -> it.id().equals(before)).findFirst());
        },
        this::fail);
  }

  /** Asks whether the chosen one shall be tried at once. */
  public void askToRetry() {
    chosen.get().ifPresent(it -> question.set(Optional.of(new Question.Retry(it))));
  }

  /** Asks whether the chosen one shall be forgotten. */
  public void askToDrop() {
    chosen.get().ifPresent(it -> question.set(Optional.of(new Question.Drop(it))));
  }

  /** Does what was asked. */
  public void confirm() {
    Optional<Question> asked = question.get();
    question.set(Optional.empty());
    failure.set(Optional.empty());
    asked.ifPresent(it ->
        background.run(
            () -> {
              switch (it) {
                case Question.Retry(var mail) -> {
                  QueuedMail _ = useCases.mail().retry(mail.id());
                }
                case Question.Drop(var mail) -> useCases.mail().drop(mail.id());
              }
              return true;
            },
            done -> refresh(),
            thrown -> {
              refresh();
              fail(thrown);
            }));
  }

  /** Leaves it as it is. */
  public void keep() {
    question.set(Optional.empty());
  }

  private void fail(Exception thrown) {
    failure.set(Optional.of(Failures.adviceOn(thrown)));
  }
}
