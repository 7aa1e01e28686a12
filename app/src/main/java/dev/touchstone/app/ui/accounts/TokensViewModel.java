package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.token.Owned;
import dev.touchstone.rp.token.ApiToken;
import dev.touchstone.rp.token.Session;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The API tokens and the sessions of one user, and what is taken back of them. */
public final class TokensViewModel {

  /**
   * Something that would be taken back, shown before it is.
   *
   * @param title what, as a question
   * @param loss what that means, a sentence
   * @param word what the button says that does it
   */
  public record Question(String title, String loss, String word, Deed deed) {}

  /** Takes it back. */
  @FunctionalInterface
  public interface Deed {
    void run() throws Failure;
  }

  private record Both(List<Owned<ApiToken>> tokens, List<Owned<Session>> sessions) {}

  private final UseCases useCases;
  private final Background background;
  private final String user;
  private final ObservableList<Owned<ApiToken>> tokens = FXCollections.observableArrayList();
  private final ObservableList<Owned<Session>> sessions = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * Of one user.
   *
   * @param user the name of the account
   */
  public TokensViewModel(UseCases useCases, Background background, String user) {
    this.useCases = useCases;
    this.background = background;
    this.user = user;
  }

  /** Newest first, revoked ones too. */
  public ObservableList<Owned<ApiToken>> tokens() {
    return tokens;
  }

  /** The last used first, ended ones too. */
  public ObservableList<Owned<Session>> sessions() {
    return sessions;
  }

  /** What the person is asked to confirm. */
  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Why the last thing was not done. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Reads both anew. */
  public void refresh() {
    run(
        () ->
            new Both(
                useCases.tokens().tokens(Optional.of(user)),
                useCases.tokens().sessions(Optional.of(user))),
        both -> {
          tokens.setAll(both.tokens());
          sessions.setAll(both.sessions());
        });
  }

  /** Asks whether a token shall be taken back. */
  public void askToRevoke(ApiToken token) {
    ask(
        new Question(
            "Revoke '%s'?".formatted(token.name()),
            "Whatever uses this token is refused from its next request on. It cannot be had back;"
                + " another one can be made.",
            "Revoke",
            () -> {
              boolean _ = useCases.tokens().revoke(token.id());
            }));
  }

  /** Asks whether a session shall be ended. */
  public void askToEnd(Session session) {
    ask(
        new Question(
            "End this session?",
            "Whoever goes on by it, last from %s, signs in again."
                .formatted(session.address().isEmpty() ? "this computer" : session.address()),
            "End it",
            () -> {
              boolean _ = useCases.tokens().end(session.id());
            }));
  }

  /** Asks whether all sessions and access tokens of the user shall be taken back. */
  public void askToEndAll() {
    long going = sessions.stream().filter(Owned::active).count();
    ask(
        new Question(
            "End all sessions of %s?".formatted(user),
            "%s, and every access token is refused from its next request on. API tokens stay."
                .formatted(
                    going == 0
                        ? "No session goes on"
                        : going == 1 ? "One session ends" : going + " sessions end"),
            "End all",
            () -> {
              int _ = useCases.tokens().endAll(user);
            }));
  }

  private void ask(Question asked) {
    failure.set(Optional.empty());
    question.set(Optional.of(asked));
  }

  /** The person wants it to stay as it is. */
  public void keep() {
    question.set(Optional.empty());
  }

  /** The person confirmed. */
  public void confirm() {
    Optional<Question> asked = question.get();
    keep();
    asked.ifPresent(it ->
        run(
            () -> {
              it.deed().run();
              return it;
            },
            _ -> refresh()));
  }

  private <T> void run(Callable<T> task, Consumer<T> done) {
    failure.set(Optional.empty());
    background.run(task, done, thrown -> failure.set(Optional.of(Failures.adviceOn(thrown))));
  }
}
