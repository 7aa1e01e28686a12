package dev.touchstone.app.ui.mail;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.mail.MailTemplates.Draft;
import dev.touchstone.rp.mail.delivery.TemplateDesk.Entry;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.mail.template.Template;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What mail says: the chosen template as it is written, and the mail that it makes. */
public final class TemplatesViewModel {

  private final UseCases useCases;
  private final Background background;
  private final ObservableList<Entry> entries = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Entry>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final StringProperty subject = new SimpleStringProperty("");
  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty html = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Draft>> draft =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper askingToReset = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean filling;

  TemplatesViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    subject.subscribe((before, now) -> look());
    text.subscribe((before, now) -> look());
    html.subscribe((before, now) -> look());
  }

  /** One for each occasion. */
  public ObservableList<Entry> entries() {
    return entries;
  }

  public ReadOnlyObjectProperty<Optional<Entry>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public StringProperty subjectProperty() {
    return subject;
  }

  public StringProperty textProperty() {
    return text;
  }

  public StringProperty htmlProperty() {
    return html;
  }

  /** What is written now, with what is to be said about it and the mail that it makes. */
  public ReadOnlyObjectProperty<Optional<Draft>> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** Whether it differs from what is in use. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Whether the person is asked to confirm that what was edited is forgotten. */
  public ReadOnlyBooleanProperty askingToResetProperty() {
    return askingToReset.getReadOnlyProperty();
  }

  /** What was done last, one sentence; empty if nothing was. */
  public ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Reads them anew; what is written and not saved stays. */
  public void refresh() {
    if (changed.get()) {
      return;
    }
    MailKind kind = chosen.get().map(Entry::kind).orElse(MailKind.VERIFY);
    background.run(
        () -> useCases.mail().templates().all(),
        all -> {
          entries.setAll(all);
          all.stream().filter(it -> it.kind() == kind).findFirst().ifPresent(this::choose);
        },
        this::fail);
  }

  /** Begins with another one; what was written and not saved is gone. */
  public void choose(Entry entry) {
    chosen.set(Optional.of(entry));
    fill(entry.template());
  }

  private void fill(Template template) {
    filling = true;
    subject.set(template.subject());
    text.set(template.text());
    html.set(template.html());
    filling = false;
    look();
  }

  private void look() {
    if (filling || chosen.get().isEmpty()) {
      return;
    }
    Entry entry = chosen.get().get();
    Template written = new Template(subject.get(), text.get(), html.get());
    changed.set(!written.equals(entry.template()));
    try {
      draft.set(Optional.of(useCases.mail().templates().draft(entry.kind(), written)));
    } catch (Exception e) {
      fail(e);
    }
  }

  /** From now on mail says that. */
  public void save() {
    Optional<Draft> wanted = draft.get().filter(Draft::isGood);
    wanted.ifPresent(it ->
        run(
            () -> {
              useCases.mail().templates().edit(it.kind(), it.template());
              return true;
            },
            "The next mail says that."));
  }

  /** Writes again what is in use. */
  public void discard() {
    chosen.get().ifPresent(it -> fill(it.template()));
  }

  /** Asks whether the program's own words shall be used again. */
  public void askToReset() {
    askingToReset.set(true);
  }

  /** Leaves it as it is. */
  public void keep() {
    askingToReset.set(false);
  }

  /** Uses the program's own words again. */
  public void reset() {
    askingToReset.set(false);
    chosen
        .get()
        .ifPresent(it ->
            run(
                () -> useCases.mail().templates().reset(it.kind()),
                "The next mail says what the program says by itself."));
  }

  private void run(Callable<Boolean> work, String sentence) {
    failure.set(Optional.empty());
    news.set("");
    background.run(
        work,
        done -> {
          changed.set(false);
          news.set(sentence);
          refresh();
        },
        this::fail);
  }

  private void fail(Exception thrown) {
    failure.set(Optional.of(Failures.adviceOn(thrown)));
  }
}
