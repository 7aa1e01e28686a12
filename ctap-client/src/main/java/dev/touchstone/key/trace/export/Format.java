package dev.touchstone.key.trace.export;

import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Locale;

/** What a recording can be written as. */
public enum Format {
  /** The recorder's own, byte by byte. */
  NATIVE(".trace"),
  JSON(".json"),
  TEXT(".txt"),
  /** For Wireshark. Its packets are those of the wire, so that people's names stay in them. */
  PCAPNG(".pcapng");

  private final String ending;

  Format(String ending) {
    this.ending = ending;
  }

  /** How its files end. */
  public String ending() {
    return ending;
  }

  /** The format that the name of a file asks for; the recorder's own when it asks for none. */
  public static Format of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (name.endsWith(format.ending)) {
        return format;
      }
    }
    return NATIVE;
  }

  /**
   * Writes some entries of a recording.
   *
   * @param entries indexes in their order; the own format always has all
   * @param out is not closed
   */
  public void write(Recording recording, int[] entries, Names names, OutputStream out)
      throws IOException {
    switch (this) {
      case NATIVE -> Files.copy(recording.file(), out);
      case JSON -> new JsonExport(recording, names).write(entries, out);
      case TEXT -> new TextExport(recording, names).write(entries, out);
      case PCAPNG -> new PcapngExport(recording, names).write(entries, out);
    }
  }
}
