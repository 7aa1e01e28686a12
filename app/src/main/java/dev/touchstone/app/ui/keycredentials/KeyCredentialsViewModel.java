package dev.touchstone.app.ui.keycredentials;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.errand.HeldKey;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.CredentialFilter;
import dev.touchstone.app.usecase.CredentialsOnKey;
import dev.touchstone.app.usecase.KeyCredentialSitting;
import dev.touchstone.app.usecase.KeyCredentialSitting.Access;
import dev.touchstone.app.usecase.KeyWatcher;
import dev.touchstone.app.usecase.ManageKeyCredentials;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.CredentialSlots;
import dev.touchstone.key.manage.DeleteKeyCredential.Deletion;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/**
 * The credentials on one key, and what a person does with them. The key stays open from the first
 * step that takes the PIN until {@link #leave}, so that one PIN serves all of it.
 */
public final class KeyCredentialsViewModel {

  /** What is known of the key. */
  public sealed interface State {
    /** No key is shown. */
    record Nothing() implements State {}

    record Looking() implements State {}

    /** The key cannot list what it holds; a sentence says why, the others what can be done. */
    record Unsupported(String why) implements State {}

    /**
     * The PIN is wanted first.
     *
     * @param slots what the key tells everybody
     * @param canBeRemembered whether the key may be looked into without a PIN afterwards
     * @param note why what was remembered does not help; may be empty
     */
    record Locked(CredentialSlots slots, boolean canBeRemembered, String note) implements State {}

    record Listed(CredentialsOnKey found) implements State {}

    record Failed(Advice advice) implements State {}
  }

  private final Errand errand;
  private final HeldKey<KeyCredentialSitting> held;
  private final ObservableList<StoredCredential> all = FXCollections.observableArrayList();
  private final FilteredList<StoredCredential> found = new FilteredList<>(all);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private final ReadOnlyObjectWrapper<Optional<Deletion>> deletion =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<String> done = new ReadOnlyObjectWrapper<>("");
  private @Nullable KeyDevice key;

  public KeyCredentialsViewModel(UseCases useCases, Background background, KeyTurn turn) {
    this.errand = new Errand(background, turn, useCases.virtualTouch());
    this.held =
        new HeldKey<>(
            background,
            turn,
            useCases.virtualTouch(),
            (shown, watcher) ->
                useCases
                    .keys()
                    .credentials()
                    .open(new ManageKeyCredentials.Request(Optional.of(shown.id())), watcher));
    search.subscribe(text -> found.setPredicate(new CredentialFilter(Optional.empty(), text)));
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Those that the search finds. */
  public ObservableList<StoredCredential> credentials() {
    return found;
  }

  public StringProperty searchProperty() {
    return search;
  }

  /** What the person is asked to confirm. */
  public ReadOnlyObjectProperty<Optional<Deletion>> deletionProperty() {
    return deletion.getReadOnlyProperty();
  }

  /** What was done last, in a sentence or two; empty at first. */
  public ReadOnlyObjectProperty<String> doneProperty() {
    return done.getReadOnlyProperty();
  }

  /** What the person and the key are asked for, and what went wrong. */
  public Errand errand() {
    return errand;
  }

  /** Shows this key: what can be seen without a PIN. */
  public void show(KeyDevice shown) {
    leave();
    key = shown;
    held.arrive(shown);
    search.set("");
    done.set("");
    state.set(new State.Looking());
    held.look(
        KeyCredentialsViewModel::firstLook,
        first -> {
          if (first instanceof State.Listed(CredentialsOnKey listed)) {
            all.setAll(listed.content().credentials());
          }
          state.set(first);
        },
        advice -> state.set(new State.Failed(advice)));
  }

  /** Another key, or none, is looked at: the key is closed, what was read is forgotten. */
  public void leave() {
    key = null;
    held.leave(errand);
    deletion.set(Optional.empty());
    all.clear();
    state.set(new State.Nothing());
  }

  /**
   * Asks for the PIN and lists.
   *
   * @param remember whether to list without it from now on
   */
  public void unlock(boolean remember) {
    list("Reading the credentials", remember ? Access.REMEMBER : Access.USUAL);
  }

  /** Reads the list again. */
  public void refresh() {
    list("Reading the credentials again", Access.USUAL);
  }

  /** Asks for the PIN again from now on. */
  public void forget() {
    held.step(
        errand,
        "Forgetting this key",
        (sitting, watcher, cancellation) -> sitting.forget(),
        forgotten -> {
          KeyDevice shown = key;
          if (shown != null) {
            show(shown);
            done.set("This key is not remembered any more.");
          }
        },
        failed -> {});
  }

  /** Looks up what deleting would cost; {@link #deletionProperty} then asks. */
  public void askToDelete(StoredCredential credential) {
    held.step(
        errand,
        "Looking",
        (sitting, watcher, cancellation) ->
            sitting.previewDelete(credential, watcher, cancellation),
        preview -> deletion.set(Optional.of(preview)),
        failed -> {});
  }

  /** The person wants to keep it. */
  public void keep() {
    deletion.set(Optional.empty());
  }

  /** The person confirmed the deletion. */
  public void delete() {
    Optional<Deletion> confirmed = deletion.get();
    deletion.set(Optional.empty());
    confirmed.ifPresent(lost ->
        change(
            "Deleting the credential",
            (sitting, watcher, cancellation) -> sitting.delete(lost, watcher, cancellation),
            lost.mayLeaveLargeBlob()
                ? "Deleted. It may have left a large blob behind, which nobody can read any more:"
                    + " collect large blobs to make room."
                : "Deleted."));
  }

  /** Writes other names of the user on the key; empty ones are taken away. */
  public void rename(StoredCredential credential, String name, String displayName) {
    change(
        "Changing the names",
        (sitting, watcher, cancellation) -> {
          var renaming =
              sitting.previewRename(
                  credential, Optional.of(name), Optional.of(displayName), watcher, cancellation);
          if (!renaming.changesNothing()) {
            sitting.rename(renaming, watcher, cancellation);
          }
        },
        "The names on the key are changed.");
  }

  /** Something that the list looks different after. */
  @FunctionalInterface
  private interface Change {
    void run(KeyCredentialSitting sitting, KeyWatcher watcher, Cancellation cancellation)
        throws Failure;
  }

  private void change(String words, Change change, String whenDone) {
    held.step(
        errand,
        words,
        (sitting, watcher, cancellation) -> {
          change.run(sitting, watcher, cancellation);
          return sitting.list(Access.USUAL, watcher, cancellation);
        },
        listed -> {
          show(listed);
          done.set(whenDone);
        },
        failed -> {});
  }

  private void list(String words, Access access) {
    done.set("");
    held.step(
        errand,
        words,
        (sitting, watcher, cancellation) -> sitting.list(access, watcher, cancellation),
        this::show,
        failed -> {});
  }

  private void show(CredentialsOnKey listed) {
    all.setAll(listed.content().credentials());
    state.set(new State.Listed(listed));
  }

  /** What can be seen without a PIN. */
  private static State firstLook(
      KeyCredentialSitting sitting, KeyWatcher watcher, Cancellation cancellation) throws Failure {
    Optional<String> obstacle = sitting.obstacle();
    if (obstacle.isPresent()) {
      return new State.Unsupported(obstacle.get());
    }
    String note = "";
    try {
      if (sitting.isRemembered()) {
        return new State.Listed(sitting.list(Access.REMEMBERED, watcher, cancellation));
      }
    } catch (Failure e) {
      note = e.advice().paragraph();
    }
    return new State.Locked(sitting.estimate(), sitting.canBeRemembered(), note);
  }
}
