package dev.touchstone.key.trace.export;

import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One timeline to be read, with what somebody else has to know at its top. */
record TextExport(Recording recording, Names names) {

  /** So many at once, so that a recording may be larger than memory. */
  private static final int PORTION = 1000;

  void write(int[] entries, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    write(top(entries.length), writer);
    EntryText text = new EntryText(recording, names);
    for (int from = 0; from < entries.length; from += PORTION) {
      int[] portion = Arrays.copyOfRange(entries, from, Math.min(from + PORTION, entries.length));
      write(text.lines(portion, EntryText.Detail.DECODED), writer);
    }
    writer.flush();
  }

  private static void write(List<String> lines, Writer writer) throws IOException {
    for (String line : lines) {
      writer.write(line);
      writer.write('\n');
    }
  }

  private List<String> top(int count) {
    Header header = recording.header();
    List<String> lines = new ArrayList<>();
    lines.add("Touchstone recording");
    lines.add("  started  " + header.started());
    lines.add("  command  " + header.command());
    lines.add("  program  %s, %s, %s".formatted(header.program(), header.system(), header.java()));
    lines.add("  entries  %d of %d".formatted(count, recording.size()));
    lines.add(
        "  masked   PINs, tokens, and whatever a key encrypts or derives"
            + (names == Names.HIDDEN ? "; people's names are hidden" : ""));
    KeyModel.in(recording).forEach(line -> lines.add("  key      " + line));
    recording.damage().ifPresent(damage -> lines.add("  damage   " + damage));
    lines.add("");
    return lines;
  }
}
