package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import java.io.IOException;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** Pictures of the recorder, after a day on which something was recorded. */
final class RecorderPictures {

  private final Camera camera;

  RecorderPictures(Camera camera) {
    this.camera = camera;
  }

  void take() throws IOException {
    camera.go(Screen.RECORDER);
    awaitRows();
    camera.take("recorder");
    camera.press("next-failure");
    camera.awaitShown("entry-title");
    camera.take("recorder-failure");
    search("makeCredential");
    choose(0);
    camera.awaitShown("entry-title");
    camera.take("recorder-search");
    camera.tab("entry-tabs", 2);
    camera.take("recorder-packets");
    search("pinUvAuthParam");
    choose(0);
    camera.tab("entry-tabs", 1);
    camera.take("recorder-masked");
    camera.tab("entry-tabs", 0);
    search("nothing of the kind");
    camera.take("recorder-not-found");
    camera.press("export-recording");
    camera.awaitShown("export-save");
    camera.take("recorder-export");
    camera.press("close-dialog");
    search("");
    compareAndReplay();
    camera.with("recordings", ListView.class, list -> list.getSelectionModel().selectLast());
    camera.await(
        "another recording", () -> !camera.shell().lookup("#delete-recording").isDisabled());
    awaitRows();
    camera.press("delete-recording");
    camera.awaitShown("confirm");
    camera.take("recorder-delete");
    camera.press("keep");
  }

  private void compareAndReplay() throws IOException {
    camera.press("compare-recording");
    camera.with("compare-with", ComboBox.class, box -> box.getSelectionModel().select(0));
    camera.await("the comparison", () -> camera.shell().lookup("#pairs") != null);
    camera.with("only-differences", CheckBox.class, CheckBox::fire);
    camera.with("pairs", ListView.class, list -> list.getSelectionModel().select(0));
    camera.take("recorder-comparison");
    camera.press("back-to-timeline");
    camera.press("replay-recording");
    camera.awaitShown("replay-steps");
    camera.take("recorder-replay");
    camera.press("replay-send");
    camera.await(
        "the replay",
        () ->
            camera.shell().lookup("#replay-summary") instanceof Label told
                && told.getText().contains("in the recording"));
    camera.take("recorder-replayed");
    camera.press("back-to-timeline");
  }

  private void search(String words) {
    camera.type("search-timeline", words);
    awaitRows();
  }

  private void awaitRows() {
    camera.await(
        "the timeline",
        () ->
            camera.shell().lookup("#timeline-count") instanceof Label count
                && count.getText().contains(" of "));
  }

  private void choose(int row) {
    camera.with("timeline", ListView.class, list -> list.getSelectionModel().clearAndSelect(row));
  }
}
