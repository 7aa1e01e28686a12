package dev.touchstone.app.ui.requests;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.collection.CollectionFolder;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.KeepRequests;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The requests that are kept in collections, and what is asked before one is lost. */
public final class KeptRequestsViewModel {

  /** What would be lost, shown before it is. */
  public sealed interface Question {
    record Delete(RequestEntry entry) implements Question {}

    record Replace(KeepRequests.Preview preview) implements Question {}
  }

  private final UseCases useCases;
  private final Background background;
  private final RequestsViewModel sheet;
  private final ObservableList<RequestEntry> entries = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param sheet on which a kept request is shown
   */
  KeptRequestsViewModel(UseCases useCases, Background background, RequestsViewModel sheet) {
    this.useCases = useCases;
    this.background = background;
    this.sheet = sheet;
  }

  public ObservableList<RequestEntry> entries() {
    return entries;
  }

  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Reads the collections anew. */
  public void refresh() {
    background.run(() -> useCases.requests().keep().list(), this::listed, sheet::failed);
  }

  private void listed(CollectionFolder.Listing listing) {
    List<RequestEntry> all = new ArrayList<>();
    listing
        .collections()
        .forEach(it -> it.requests().forEach(saved -> all.add(new RequestEntry(it.name(), saved))));
    entries.setAll(all);
    if (!listing.damaged().isEmpty()) {
      sheet.tell(String.join(" ", listing.damaged()));
    }
    sheet.isFrom(chosen().flatMap(before -> found(before.path())));
  }

  private Optional<RequestEntry> chosen() {
    return sheet.chosenProperty().get();
  }

  private Optional<RequestEntry> found(String path) {
    return entries.stream().filter(it -> it.path().equals(path)).findFirst();
  }

  /** Shows one that is kept. */
  public void choose(RequestEntry entry) {
    if (chosen().filter(entry::equals).isPresent()) {
      return;
    }
    sheet.stop();
    background.run(
        () -> useCases.requests().keep().collection(entry.collection()).variables(),
        values -> sheet.show(entry, values),
        sheet::failed);
  }

  /** Keeps what is on the sheet; asks before another of the same name is replaced. */
  public void save(String collection, String name) {
    boolean itself = chosen().filter(it -> it.path().equals(collection + "/" + name)).isPresent();
    background.run(
        () -> useCases.requests().keep().preview(collection, name, sheet.form().read()),
        preview -> {
          if (preview.replaces() && !itself) {
            question.set(Optional.of(new Question.Replace(preview)));
          } else {
            keep(preview);
          }
        },
        sheet::told);
  }

  private void keep(KeepRequests.Preview preview) {
    background.run(
        () -> {
          KeepRequests keep = useCases.requests().keep();
          Map<String, String> values = sheet.form().values();
          if (!values.isEmpty() || chosen().isPresent()) {
            Set<String> gone = new LinkedHashSet<>(before(keep, preview.collection()));
            gone.removeAll(values.keySet());
            keep.set(preview.collection(), values, gone);
          }
          keep.keep(preview, false);
          return keep.list();
        },
        listing -> {
          listed(listing);
          sheet.isFrom(found(preview.collection() + "/" + preview.name()));
          sheet.tell(
              preview.taken().isEmpty()
                  ? "Kept."
                  : "Kept without what others could use: {{%s}}."
                      .formatted(String.join("}}, {{", preview.taken().keySet())));
        },
        sheet::told);
  }

  private Set<String> before(KeepRequests keep, String collection) throws Failure {
    boolean shown = chosen().filter(it -> it.collection().equals(collection)).isPresent();
    return shown ? keep.collection(collection).variables().keySet() : Set.of();
  }

  /** Asks whether the chosen one is to be deleted. */
  public void delete() {
    chosen().ifPresent(it -> question.set(Optional.of(new Question.Delete(it))));
  }

  /** Does what was asked about. */
  public void confirm() {
    Optional<Question> asked = question.get();
    question.set(Optional.empty());
    asked.ifPresent(it -> {
      switch (it) {
        case Question.Replace(var preview) -> keep(preview);
        case Question.Delete(var entry) -> delete(entry);
      }
    });
  }

  /** Leaves it as it is. */
  public void leave() {
    question.set(Optional.empty());
  }

  private void delete(RequestEntry entry) {
    background.run(
        () -> {
          useCases.requests().keep().delete(entry.collection(), entry.saved().name());
          return useCases.requests().keep().list();
        },
        listing -> {
          sheet.begin();
          listed(listing);
          sheet.tell("Deleted %s.".formatted(entry.path()));
        },
        sheet::failed);
  }
}
