package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.LabUseCases;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.LabModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What the person is asked in the laboratory, and what is done with the answers. */
public final class QuestionsViewModel {

  /** Where the metadata went. */
  public sealed interface Exported {
    record NotYet() implements Exported {}

    record Written(Path file) implements Exported {}

    record Failed(Advice advice) implements Exported {}
  }

  /** Hears what came of the answers, on the window's thread. */
  interface Outcome {
    void made(LabKey key);

    void removed();

    void failed(Exception thrown);
  }

  private final LabUseCases lab;
  private final Path folder;
  private final Background background;
  private final Outcome outcome;
  private final ObservableList<LabModel> models = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Question> question =
      new ReadOnlyObjectWrapper<>(new Question.None());
  private final ReadOnlyObjectWrapper<Exported> exported =
      new ReadOnlyObjectWrapper<>(new Exported.NotYet());

  /**
   * @param folder where metadata is written to
   */
  QuestionsViewModel(LabUseCases lab, Path folder, Background background, Outcome outcome) {
    this.lab = lab;
    this.folder = folder;
    this.background = background;
    this.outcome = outcome;
  }

  /** What the person is asked. */
  public ReadOnlyObjectProperty<Question> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** What keys can be made; filled before the person is asked. */
  public ObservableList<LabModel> models() {
    return models;
  }

  /** What came of the last writing of metadata. */
  public ReadOnlyObjectProperty<Exported> exportedProperty() {
    return exported.getReadOnlyProperty();
  }

  /** Asks for name and model of a new key. */
  public void askForNewKey() {
    perform(
        () -> lab.listLabModels().run(),
        found -> {
          models.setAll(found);
          question.set(new Question.NewKey());
        });
  }

  public void askForClone(String name) {
    question.set(new Question.Clone(name));
  }

  private record Trusted(String pem, List<LabModel> models) {}

  /** Shows what a server needs to find the keys genuine. */
  public void askWhatToTrust() {
    perform(
        () ->
            new Trusted(lab.exportLabRoot().run(Optional.empty()).pem(), lab.listLabModels().run()),
        trusted -> {
          models.setAll(trusted.models());
          exported.set(new Exported.NotYet());
          question.set(new Question.Trust(trusted.pem()));
        });
  }

  /** Looks up what would be lost, and asks. */
  public void askToRemove(String name) {
    perform(
        () -> lab.removeLabKey().preview(name),
        preview -> question.set(new Question.Remove(preview)));
  }

  /** The person thought better of it. */
  public void dismiss() {
    question.set(new Question.None());
  }

  public void make(String name, String model) {
    answer(() -> lab.makeLabKey().run(name, model));
  }

  public void cloneKey(String name, String newName) {
    answer(() -> lab.cloneLabKey().run(name, newName));
  }

  public void remove(String name) {
    dismiss();
    perform(() -> lab.removeLabKey().apply(name), gone -> outcome.removed());
  }

  /**
   * Writes the metadata of all models.
   *
   * @param statuses of those that are not simply certified, by model id
   */
  public void exportMetadata(Map<String, String> statuses) {
    Path file = folder.resolve("laboratory-metadata.jwt");
    background.run(
        () -> lab.exportLabMetadata().run(file, statuses),
        blob -> exported.set(new Exported.Written(file)),
        thrown -> exported.set(new Exported.Failed(Failures.adviceOn(thrown))));
  }

  /** Makes a key; a name that is not taken is asked for again. */
  private void answer(Callable<LabKey> task) {
    background.run(
        task,
        made -> {
          dismiss();
          outcome.made(made);
        },
        thrown -> {
          if (question.get() instanceof Question.Named asking) {
            question.set(asking.mistaken(Failures.adviceOn(thrown)));
          } else {
            outcome.failed(thrown);
          }
        });
  }

  private <T> void perform(Callable<T> task, Consumer<T> done) {
    background.run(task, done, outcome::failed);
  }
}
