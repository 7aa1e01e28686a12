package dev.touchstone.app.ui.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.file.Recording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Recordings too long to be looked at row by row. */
final class LongRecordingTest {

  private static final int SCREEN = 30;

  @TempDir Path folder;

  @Test
  void keepAlivesInARowAreOneRow() throws Exception {
    TimelineViewModel timeline = shown(4000);

    assertThat(timeline.linesProperty().get()).hasSize(1 + 3000);
    assertThat(timeline.linesProperty().get().get(2)).isEqualTo(new Line(2, 2));
    timeline.withoutKeepAlivesProperty().set(true);
    assertThat(timeline.linesProperty().get()).hasSize(1 + 2000);
  }

  @Test
  void aRowIsFoundByItsEntryAndAFoldedEntryByItsRow() throws Exception {
    Lines lines = shown(4000).linesProperty().get();

    for (int row = 0; row < lines.size(); row++) {
      assertThat(lines.indexOf(lines.get(row))).isEqualTo(row);
    }
    assertThat(lines.rowOf(3)).isEqualTo(2);
    assertThat(lines.indexOf(new Line(3, 1))).isEqualTo(-1);
  }

  @Test
  void aSearchThatIsNotWantedAnyMoreEnds() throws Exception {
    Recording recording = Recording.open(MillionReports.write(folder, 20_000));
    AtomicInteger asked = new AtomicInteger();
    TimelineSearch search = new TimelineSearch(Filter.ALL, Optional.empty());
    var found = search.run(recording, share -> {}, () -> asked.incrementAndGet() > 3);

    assertThat(found.seen()).isPositive().isLessThan(recording.size() / 2);
    assertThat(found.rows().size()).as("what was found until then").isPositive();
  }

  @Test
  void searchingTellsHowFarItIs() throws Exception {
    Recording recording = Recording.open(MillionReports.write(folder, 200_000));
    List<Double> shares = new ArrayList<>();
    new TimelineSearch(Filter.ALL, Optional.empty()).run(recording, shares::add, () -> false);

    assertThat(shares).isSorted().hasSizeBetween(50, 100).allMatch(it -> it > 0 && it < 1);
  }

  /** Prints the figures of {@code docs/performance.md}; run with {@code -Dmillion=true}. */
  @Test
  @EnabledIfSystemProperty(named = "million", matches = "true")
  void aMillionReportsOpenAndScroll() throws Exception {
    Path file = MillionReports.write(folder, 1_000_000);
    long heap = heap();
    long start = System.nanoTime();
    Recording recording = Recording.open(file);
    long opened = System.nanoTime();
    TimelineViewModel timeline = new TimelineViewModel(Background.inline());
    timeline.show(recording, false);
    long shown = System.nanoTime();
    Lines lines = timeline.linesProperty().get();
    long rows = heap();
    long[] pages = pages(recording, lines);
    long scrolled = heap();
    long search = System.nanoTime();
    timeline.searchProperty().set("no_credentials");
    long searched = System.nanoTime();

    System.out.printf(
        """
        1,000,000 reports, %,d MB, %,d rows
        opened                         %,5d ms
        rows of the timeline           %,5d ms
        a screen of %d rows, median    %,5d µs, worst %,d µs of %,d places
        a text looked for everywhere   %,5d ms, %,d found
        memory: rows %,d kB, after scrolling %,d kB more
        """,
        file.toFile().length() / 1_000_000,
        lines.size(),
        (opened - start) / 1_000_000,
        (shown - opened) / 1_000_000,
        SCREEN,
        pages[pages.length / 2] / 1000,
        pages[pages.length - 1] / 1000,
        pages.length,
        (searched - search) / 1_000_000,
        timeline.linesProperty().get().size(),
        (rows - heap) / 1000,
        (scrolled - rows) / 1000);
    assertThat(timeline.linesProperty().get()).hasSize(1000);
    assertThat(scrolled - rows).as("nothing is kept of a row").isLessThan(2_000_000);
  }

  private static long[] pages(Recording recording, Lines lines) {
    Random places = new Random(1);
    long[] pages = new long[2000];
    for (int i = 0; i < pages.length; i++) {
      int from = places.nextInt(lines.size() - SCREEN);
      long start = System.nanoTime();
      for (int row = from; row < from + SCREEN; row++) {
        assertThat(EntryLine.of(recording, lines.get(row)).title()).isNotEmpty();
      }
      pages[i] = System.nanoTime() - start;
    }
    Arrays.sort(pages);
    return pages;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private TimelineViewModel shown(int reports) throws Exception {
    TimelineViewModel timeline = new TimelineViewModel(Background.inline());
    timeline.show(Recording.open(MillionReports.write(folder, reports)), false);
    return timeline;
  }
}
