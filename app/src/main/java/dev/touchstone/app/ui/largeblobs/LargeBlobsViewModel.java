package dev.touchstone.app.ui.largeblobs;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.errand.Errand;
import dev.touchstone.app.ui.errand.HeldKey;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.usecase.BlobContent;
import dev.touchstone.app.usecase.KeyWatcher;
import dev.touchstone.app.usecase.LargeBlobSitting;
import dev.touchstone.app.usecase.ManageLargeBlobs;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.CollectLargeBlobs.Collection;
import dev.touchstone.key.manage.largeblob.DeleteLargeBlob.Deletion;
import dev.touchstone.key.manage.largeblob.LargeBlobListing;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import dev.touchstone.key.manage.largeblob.WriteLargeBlob.Writing;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.transport.KeyDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The large blobs of one key, and what a person does with them. The key stays open from the first
 * step that takes the PIN until {@link #leave}, so that one PIN serves all of it.
 */
public final class LargeBlobsViewModel {

  /** More than any key holds; a larger file is a mistake. */
  private static final long MOST_BYTES = 1 << 20;

  /** What is known of the key. */
  public sealed interface State {
    /** No key is shown. */
    record Nothing() implements State {}

    record Looking() implements State {}

    /** The key keeps none; a sentence says why, the others what can be done. */
    record Unsupported(String why) implements State {}

    /** Whose they are takes the PIN. */
    record Locked() implements State {}

    record Listed(LargeBlobListing listing) implements State {}

    record Failed(Advice advice) implements State {}
  }

  /** What lies over the list: something to confirm, or to read. */
  public sealed interface Over {
    record None() implements Over {}

    record Write(Writing writing) implements Over {}

    record Delete(Deletion deletion) implements Over {}

    record Collect(Collection collection) implements Over {}

    /** What is in a blob: it was asked for. */
    record Content(StoredBlob blob, BlobContent content) implements Over {}
  }

  private final Errand errand;
  private final HeldKey<LargeBlobSitting> held;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private final ReadOnlyObjectWrapper<Over> over = new ReadOnlyObjectWrapper<>(new Over.None());

  public LargeBlobsViewModel(UseCases useCases, Background background, KeyTurn turn) {
    this.errand = new Errand(background, turn, useCases.virtualTouch());
    this.held =
        new HeldKey<>(
            background,
            turn,
            useCases.virtualTouch(),
            (shown, watcher) ->
                useCases
                    .keys()
                    .largeBlobs()
                    .open(new ManageLargeBlobs.Request(Optional.of(shown.id()), true), watcher));
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Over> overProperty() {
    return over.getReadOnlyProperty();
  }

  public Errand errand() {
    return errand;
  }

  /** Shows this key: whether it keeps large blobs, which takes no PIN. */
  public void show(KeyDevice shown) {
    if (held.isAt(shown) && state.get() instanceof State.Listed) {
      return;
    }
    leave();
    held.arrive(shown);
    state.set(new State.Looking());
    held.look(
        (sitting, watcher, cancellation) ->
            sitting
                .obstacle(watcher, cancellation)
                .<State>map(State.Unsupported::new)
                .orElseGet(State.Locked::new),
        state::set,
        advice -> state.set(new State.Failed(advice)));
  }

  /** Another key, or none, is looked at: the key is closed, what was read is forgotten. */
  public void leave() {
    held.leave(errand);
    over.set(new Over.None());
    state.set(new State.Nothing());
  }

  /** Asks for the PIN and lists; also reads the list again. */
  public void unlock() {
    change("Reading the large blobs", (sitting, watcher, cancellation) -> {});
  }

  /** Shows what is in a blob. */
  public void read(StoredBlob blob) {
    look(
        "Reading the large blob",
        (sitting, watcher, cancellation) ->
            new Over.Content(blob, BlobContent.of(sitting.read(blob, watcher, cancellation))));
  }

  /** Looks whether the file can be kept beside the credential; then asks. */
  public void askToWrite(StoredCredential credential, Path file) {
    look(
        "Looking",
        (sitting, watcher, cancellation) ->
            new Over.Write(sitting.previewWrite(credential, content(file), watcher, cancellation)));
  }

  /** Looks up what would be gone; then asks. */
  public void askToDelete(StoredBlob blob) {
    look(
        "Looking",
        (sitting, watcher, cancellation) ->
            new Over.Delete(sitting.previewDelete(blob, watcher, cancellation)));
  }

  /** Looks what nobody can read any more; then asks. */
  public void askToCollect() {
    look(
        "Looking",
        (sitting, watcher, cancellation) ->
            new Over.Collect(sitting.previewCollect(Set.of(), watcher, cancellation)));
  }

  /** The person has read it, or wants to keep it. */
  public void dismiss() {
    over.set(new Over.None());
  }

  /** The person confirmed. */
  public void confirm() {
    Over confirmed = over.get();
    over.set(new Over.None());
    switch (confirmed) {
      case Over.None(), Over.Content _ -> {}
      case Over.Write(var writing) ->
          change(
              "Writing the large blob",
              (sitting, watcher, cancellation) -> sitting.write(writing, watcher, cancellation));
      case Over.Delete(var deletion) ->
          change(
              "Deleting the large blob",
              (sitting, watcher, cancellation) -> sitting.delete(deletion, watcher, cancellation));
      case Over.Collect(var collection) ->
          change(
              "Collecting",
              (sitting, watcher, cancellation) ->
                  sitting.collect(collection, watcher, cancellation));
    }
  }

  /** Something that the list looks different after. */
  @FunctionalInterface
  private interface Change {
    void run(LargeBlobSitting sitting, KeyWatcher watcher, Cancellation cancellation)
        throws Failure;
  }

  private void change(String words, Change change) {
    held.step(
        errand,
        words,
        (sitting, watcher, cancellation) -> {
          change.run(sitting, watcher, cancellation);
          return new State.Listed(sitting.list(watcher, cancellation));
        },
        state::set,
        failed -> lock());
  }

  private void look(String words, HeldKey.Step<LargeBlobSitting, ? extends Over> step) {
    held.step(errand, words, step, over::set, failed -> {});
  }

  private static byte[] content(Path file) throws Failure {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw unreadable("This is larger than any key holds.", "Choose less than a megabyte.");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable("The file cannot be read.", "Choose another one.");
    }
  }

  private static Failure unreadable(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "Nothing was written.", next, ""));
  }

  /** What is on the key now is not known. */
  private void lock() {
    if (state.get() instanceof State.Listed) {
      state.set(new State.Locked());
    }
  }
}
