package dev.touchstone.app.ui.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.ui.kit.KeyWish;
import dev.touchstone.app.ui.recorder.RecorderViewModel.Side;
import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.export.Format;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On recordings of the real recorder. */
@SuppressWarnings("NullAway.Init") // set before each test
final class RecorderViewModelTest {

  @TempDir Path data;
  private Recorded world;
  private RecorderViewModel model;
  private TimelineViewModel timeline;

  @BeforeEach
  void open() {
    world = new Recorded(data);
    model = world.model;
    timeline = model.timeline();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void nothingIsRecordedAtFirst() {
    model.refresh();

    assertThat(model.loadedProperty().get()).isTrue();
    assertThat(model.recordings()).isEmpty();
    assertThat(model.chosenProperty().get()).isEmpty();
  }

  @Test
  void theRecordingOfThisRunIsOnTopAndTellsItsKeys() throws Exception {
    world.register("ada");
    world.earlier();
    model.refresh();

    assertThat(model.recordings()).extracting(RecordingItem::live).containsExactly(true, false);
    RecordingItem live = model.recordings().getFirst();
    assertThat(live.summary().orElseThrow().keys())
        .singleElement()
        .satisfies(key -> assertThat(key.device().id()).isEqualTo("virtual"));
    assertThat(model.chosenProperty().get().orElseThrow().kept()).isEqualTo(live.kept());
  }

  @Test
  void theTimelineHasARowForEachEntryInItsOrder() throws Exception {
    world.register("ada");
    model.refresh();

    assertThat(titles())
        .containsSubsequence(
            "key opened",
            "GetInfo",
            "registration options sent",
            "MakeCredential",
            "registration judged",
            "key closed");
    assertThat(world.line(titles().lastIndexOf("MakeCredential")).outcome()).isEqualTo("CTAP2_OK");
    assertThat(world.line(titles().indexOf("MakeCredential")).content()).contains("clientDataHash");
  }

  @Test
  void aSearchFindsWhatIsInsideAnEntry() throws Exception {
    world.register("ada.lovelace@example.com");
    model.refresh();
    int all = timeline.linesProperty().get().size();
    timeline.searchProperty().set("ADA.lovelace");

    assertThat(timeline.linesProperty().get().size()).isPositive().isLessThan(all);
    timeline.searchProperty().set("nobody is called so");
    assertThat(timeline.linesProperty().get()).isEmpty();
    timeline.searchProperty().set("");
    assertThat(timeline.linesProperty().get()).hasSize(all);
  }

  @Test
  void filtersGoTogether() throws Exception {
    world.register("ada");
    model.refresh();
    Device key = model.recordings().getFirst().summary().orElseThrow().keys().getFirst().device();
    timeline.keyProperty().set(Optional.of(key));
    assertThat(titles()).doesNotContain("registration judged").contains("GetInfo");

    timeline.commandProperty().set("authenticatorGetInfo");
    assertThat(titles()).containsOnly("GetInfo").isNotEmpty();
    timeline.onlyFailuresProperty().set(true);
    assertThat(titles()).isEmpty();
  }

  @Test
  void theNextFailureIsFoundAndTheFirstFollowsTheLast() throws Exception {
    world.register("ada");
    world.register("ada");
    model.refresh();
    assertThat(timeline.linesProperty().get().failures()).isPositive();

    timeline.chooseNextFailure();
    int first = timeline.chosenProperty().get();
    assertThat(timeline.recordingProperty().get().orElseThrow().get(first).failed()).isTrue();
    for (int i = 0; i < timeline.linesProperty().get().failures(); i++) {
      timeline.chooseNextFailure();
    }
    assertThat(timeline.chosenProperty().get()).isEqualTo(first);
  }

  @Test
  void aLiveRecordingGrowsAndTheChosenEntryStays() throws Exception {
    world.register("ada");
    model.refresh();
    int before = timeline.linesProperty().get().size();
    timeline.choose(2);
    Lines lines = timeline.linesProperty().get();
    world.register("grace");
    model.look();
    model.look();

    assertThat(timeline.linesProperty().get()).isSameAs(lines);
    assertThat(lines.size()).isGreaterThan(before);
    assertThat(timeline.chosenProperty().get()).isEqualTo(2);
    assertThat(timeline.followProperty().get()).as("follows while one reads").isFalse();
  }

  @Test
  void whatGrowsIsFilteredAsWell() throws Exception {
    world.register("ada");
    model.refresh();
    timeline.commandProperty().set("MakeCredential");
    int before = timeline.linesProperty().get().size();
    world.register("grace");
    model.look();

    assertThat(timeline.linesProperty().get()).hasSize(2 * before);
    assertThat(titles()).containsOnly("MakeCredential");
  }

  @Test
  void theFirstKeyOfARunMakesItsRecordingAppear() throws Exception {
    model.refresh();
    world.register("ada");
    model.look();

    assertThat(model.recordings()).hasSize(1);
    assertThat(timeline.linesProperty().get()).isNotEmpty();
  }

  @Test
  void aRecordingIsDeletedAfterAQuestionOnlyAndTheLiveOneNever() throws Exception {
    world.register("ada");
    Path file = world.earlier();
    model.refresh();
    model.askToDelete();
    assertThat(model.questionProperty().get()).isInstanceOf(Question.None.class);

    model.choose(model.recordings().getLast());
    model.askToDelete();
    assertThat(model.questionProperty().get()).isInstanceOf(Question.Delete.class);
    model.dismiss();
    assertThat(file).exists();
    model.askToDelete();
    model.delete();
    assertThat(file).doesNotExist();
    assertThat(model.recordings()).hasSize(1);
  }

  @Test
  void anExportHoldsWhatIsShown() throws Exception {
    world.register("ada");
    model.refresh();
    timeline.commandProperty().set("MakeCredential");
    model.askForExport();
    ExportViewModel export = model.export();
    export.formatProperty().set(Format.TEXT);
    Path file = data.resolve("report.txt");
    export.write(file);

    assertThat(export.stateProperty().get())
        .isEqualTo(new ExportViewModel.State.Written(file, timeline.linesProperty().get().size()));
    assertThat(Files.readString(file))
        .contains("authenticatorMakeCredential")
        .doesNotContain("authenticatorGetInfo  CTAP2_OK");
  }

  @Test
  void anExportThatCannotBeWrittenSaysSo() throws Exception {
    world.register("ada");
    model.refresh();
    model.askForExport();
    model.export().write(data.resolve("no-such-folder").resolve("report.txt"));

    assertThat(model.export().stateProperty().get())
        .isInstanceOfSatisfying(
            ExportViewModel.State.Failed.class,
            failed -> assertThat(failed.advice().paragraph()).contains("no-such-folder"));
  }

  @Test
  void aFileThatIsNoRecordingIsListedAndHarmsNothing() throws Exception {
    world.register("ada");
    world.put(
        "2020-01-01T00-00-00.000-1.trace", "nothing of ours".getBytes(StandardCharsets.UTF_8));
    model.refresh();
    model.choose(model.recordings().getLast());

    assertThat(model.chosenProperty().get().orElseThrow().recording()).isEmpty();
    assertThat(timeline.linesProperty().get()).isEmpty();
    model.askForExport();
    model.show(Side.REPLAY);
    assertThat(model.questionProperty().get()).isInstanceOf(Question.None.class);
    assertThat(model.sideProperty().get()).isEqualTo(Side.TIMELINE);
  }

  @Test
  void twoRecordingsAreComparedCommandByCommand() throws Exception {
    world.register("ada");
    world.earlier();
    world.register("grace");
    model.refresh();
    model.show(Side.COMPARISON);
    ComparisonViewModel comparison = model.comparison();
    comparison.compareWith(model.recordings().getLast());

    int all = comparison.pairs().size();
    assertThat(comparison.pairs()).anyMatch(pair -> pair.same());
    assertThat(comparison.pairs()).anyMatch(pair -> pair.right().isEmpty());
    comparison.onlyDifferencesProperty().set(true);
    assertThat(comparison.pairs()).hasSizeLessThan(all).noneMatch(pair -> pair.same());
  }

  @Test
  void aReplayTellsWhatItWouldSendAndThenSendsItToANewKey() throws Exception {
    world.register("ada");
    model.refresh();
    model.show(Side.REPLAY);
    ReplayViewModel replay = model.replay();
    assertThat(replay.stateProperty().get())
        .isInstanceOfSatisfying(
            ReplayViewModel.State.Planned.class,
            planned -> assertThat(ReplayViewModel.sent(planned.preview())).isPositive());

    replay.start();
    assertThat(replay.askingProperty().get()).as("asks for a virtual key").isFalse();
    assertThat(replay.stateProperty().get())
        .isInstanceOfSatisfying(
            ReplayViewModel.State.Replayed.class,
            done -> assertThat(done.result().outcomes()).anyMatch(it -> it.same()));
  }

  @Test
  void theKeyOfAReplayStaysChosenForTheNextRecording() throws Exception {
    world.register("ada");
    world.earlier();
    model.refresh();
    ReplayViewModel replay = model.replay();
    replay.plan(new KeyWish.This(world.virtual()));
    assertThat(replay.stateProperty().get()).isInstanceOf(ReplayViewModel.State.Looking.class);

    model.show(Side.REPLAY);
    replay.plan(new KeyWish.This(world.virtual()));
    model.show(Side.TIMELINE);
    model.choose(model.recordings().getLast());
    model.show(Side.REPLAY);
    assertThat(replay.stateProperty().get())
        .isInstanceOfSatisfying(
            ReplayViewModel.State.Planned.class,
            planned -> assertThat(planned.preview().key().id()).isEqualTo("virtual"));
  }

  private List<String> titles() {
    return IntStream.range(0, timeline.linesProperty().get().size())
        .mapToObj(row -> world.line(row).title())
        .toList();
  }
}
