package dev.touchstone.app.usecase.trace;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.trace.export.Format;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes a recording for others: JSON, text for a bug report, pcapng for Wireshark. */
public final class ExportRecording {

  private final Shelf shelf;

  ExportRecording(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * What to write where.
   *
   * @param recording as {@link OpenRecording#run}
   * @param file replaced if it is there
   * @param filter which entries; the recorder's own format has all
   * @param names whether people are named; packets that name them do so in any case
   */
  public record Request(String recording, Path file, Format format, Filter filter, Names names) {}

  /**
   * Writes it.
   *
   * @return how many entries were written
   * @throws Failure if the recording cannot be read, or the file not be written
   */
  public int run(Request request) throws Failure {
    Recording recording = shelf.open(request.recording());
    int[] entries =
        request.format() == Format.NATIVE
            ? Filter.ALL.in(recording, () -> false)
            : request.filter().in(recording, () -> false);
    write(recording, entries, request.format(), request.names(), request.file());
    return entries.length;
  }

  /** To a draft that takes the place of the file when it is whole. */
  static void write(Recording recording, int[] entries, Format format, Names names, Path file)
      throws Failure {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        // Such as /dev/stdout, or a link that somebody made to a place elsewhere.
        try (OutputStream out = Files.newOutputStream(file)) {
          format.write(recording, entries, names, out);
        }
        return;
      }
      Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
      Path draft = Files.createTempFile(folder, ".touchstone-", ".draft");
      try {
        try (OutputStream out = Files.newOutputStream(draft)) {
          format.write(recording, entries, names, out);
        }
        Files.move(
            draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  static Failure unwritable(Path file, IOException cause) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "%s cannot be written.".formatted(file),
            "",
            "Check that its folder is there, that you may write to it and that there is space left.",
            ""),
        cause);
  }
}
