package dev.touchstone.app.ui.desk;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.desk.SummarySheet;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.desk.lost.Enrolments.Approved;
import dev.touchstone.rp.desk.lost.Enrolments.Listed;
import dev.touchstone.rp.desk.person.Hit;
import dev.touchstone.rp.desk.person.Hits;
import dev.touchstone.rp.desk.person.Overview;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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

/** Who is found, the chosen one with warnings, requests that wait, and who is at the console. */
public final class DeskViewModel {

  static final int SHOWN = 50;

  private final UseCases useCases;
  private final Background background;
  private final StringProperty search = new SimpleStringProperty("");
  private final ObservableList<Hit> hits = FXCollections.observableArrayList();
  private final ObservableList<Listed> requests = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper many = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Overview>> person =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<User>> operator =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Approved>> approved =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper();

  private final CredentialDeeds credentials;

  /** Whoever asked before gets no answer any more. */
  private int asked;

  public DeskViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    this.credentials = new CredentialDeeds(useCases, background, this);
    search.subscribe((before, now) -> find());
  }

  /** What is done to credentials of the one who is looked at. */
  public CredentialDeeds credentials() {
    return credentials;
  }

  /** What to find people by. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Those who were found, best first. */
  public ObservableList<Hit> hits() {
    return hits;
  }

  /** Requests for new keys, newest first. */
  public ObservableList<Listed> requests() {
    return requests;
  }

  /** Whether more people fit than are shown. */
  public ReadOnlyBooleanProperty manyProperty() {
    return many.getReadOnlyProperty();
  }

  /** Who is looked at. */
  public ReadOnlyObjectProperty<Optional<Overview>> personProperty() {
    return person.getReadOnlyProperty();
  }

  /** Who is signed in to the console. */
  public ReadOnlyObjectProperty<Optional<User>> operatorProperty() {
    return operator.getReadOnlyProperty();
  }

  /** Whether the settings demand a sign-in, and there is none. */
  public ReadOnlyBooleanProperty lockedProperty() {
    return locked.getReadOnlyProperty();
  }

  /** Why the last thing did not work; empty once one does. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** A code that was given out and is shown until it is dismissed. */
  public ReadOnlyObjectProperty<Optional<Approved>> approvedProperty() {
    return approved.getReadOnlyProperty();
  }

  /** What was done last, one sentence; empty if nothing. */
  public ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** Reads everything anew. */
  public void refresh() {
    ask(
        useCases.operators()::signedIn,
        who -> {
          operator.set(who);
          locked.set(useCases.operators().demanded() && who.isEmpty());
          if (locked.get()) {
            forget();
            return;
          }
          find();
          readRequests();
          person.get().ifPresent(it -> showAgain(it.facts().user().name()));
        });
  }

  /** Nobody's data stays on a screen that is locked. */
  private void forget() {
    hits.clear();
    requests.clear();
    person.set(Optional.empty());
    approved.set(Optional.empty());
    news.set("");
  }

  private void find() {
    String text = search.get();
    int mine = ++asked;
    if (text.isBlank()) {
      hits.clear();
      many.set(false);
      return;
    }
    ask(
        () -> useCases.desk().people().find(text, 0, SHOWN),
        (Hits found) -> {
          if (mine == asked) {
            hits.setAll(found.hits());
            many.set(found.more() || found.many());
          }
        });
  }

  private void readRequests() {
    ask(() -> useCases.desk().people().requests(), requests::setAll);
  }

  /** Looks at somebody. */
  public void show(String name) {
    ask(() -> useCases.desk().people().show(name), overview -> person.set(Optional.of(overview)));
  }

  /** Whoever is not looked at any more when the answer comes is not brought back by it. */
  private void showAgain(String name) {
    ask(
        () -> useCases.desk().people().show(name),
        overview ->
            person.set(
                person.get().map(now -> now.facts().user().name().equals(name) ? overview : now)));
  }

  /** Looks at nobody, so that requests are seen. */
  public void leavePerson() {
    person.set(Optional.empty());
    news.set("");
    refresh();
  }

  /** Asks a second operator for a new key. */
  public void askForEnrolment(String reason, Runnable done) {
    person
        .get()
        .map(it -> it.facts().user().name())
        .ifPresent(name ->
            ask(
                () -> useCases.desk().people().ask(name, reason),
                listed -> {
                  done.run();
                  tell("The request waits for another operator.");
                }));
  }

  /** Agrees as the second operator. */
  public void approve(Listed listed) {
    ask(
        () -> useCases.desk().people().approve(listed.enrolment().id()),
        given -> {
          tell("");
          approved.set(Optional.of(given));
        });
  }

  /** Does not agree, takes the own request back, or calls the code of an approved one back. */
  public void decline(Listed listed) {
    String id = listed.enrolment().id();
    boolean coded = listed.enrolment().state() != Enrolment.State.ASKED;
    ask(
        () -> useCases.desk().people().decline(id),
        it -> {
          approved.set(approved.get().filter(given -> !given.listed().enrolment().id().equals(id)));
          tell(
              coded
                  ? "The code of %s is called back.".formatted(it.user().displayName())
                  : "The request is %s.".formatted(it.enrolment().state().word()));
        });
  }

  /** The code was handed over. */
  public void dismissCode() {
    approved.set(Optional.empty());
  }

  /** Writes the summary of the one who is looked at. */
  public void print(Path file) {
    person
        .get()
        .map(it -> it.facts().user().name())
        .ifPresent(name ->
            ask(
                () -> {
                  new SummarySheet(useCases.desk().people()).write(name, file);
                  return file;
                },
                written -> tell("The summary is in %s.".formatted(written.getFileName()))));
  }

  /** Ends the session at this console. */
  public void signOut() {
    ask(useCases.operators()::signOut, ended -> tell(""));
  }

  /** Something was not done elsewhere: says why. */
  void complain(Exception thrown) {
    news.set("");
    failure.set(Optional.of(Failures.adviceOn(thrown)));
  }

  /** Something was done elsewhere: says so, and reads anew. */
  void tell(String what) {
    refresh();
    news.set(what);
  }

  private <T> void ask(Callable<T> task, Consumer<T> done) {
    background.run(
        task,
        result -> {
          failure.set(Optional.empty());
          done.accept(result);
        },
        thrown -> failure.set(Optional.of(Failures.adviceOn(thrown))));
  }
}
