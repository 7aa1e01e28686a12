package dev.touchstone.key.trace.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The folder that keeps the recordings of runs. When they are too many bytes, the oldest go first;
 * the one that is being written stays.
 *
 * @param folder made when the first recording is
 * @param limit in bytes, of all together
 * @param process tells runs apart that began at the same moment
 */
public record RecordingsFolder(Path folder, long limit, long process)
    implements RecordingWriter.Files {

  /** How the files of recordings end. */
  public static final String ENDING = ".trace";

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * A recording that is kept.
   *
   * @param id what people type
   * @param bytes its size
   */
  public record Kept(String id, Path file, long bytes) {}

  @Override
  public Path of(Header header) {
    String part = header.part() == 1 ? "" : "-part%02d".formatted(header.part());
    return folder.resolve(
        "%s-%d%s%s".formatted(STAMP.format(header.started()), process, part, ENDING));
  }

  @Override
  public OutputStream create(Path file) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, forOwnerAlone("rwx------"));
    }
    Files.newByteChannel(
            file,
            EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            forOwnerAlone("rw-------"))
        .close();
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND);
    prune(file);
    return out;
  }

  /** The recordings that are there, the newest first. */
  public List<Kept> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted(Comparator.<Path>naturalOrder().reversed())
          .map(RecordingsFolder::kept)
          .toList();
    }
  }

  private static Kept kept(Path file) {
    String name = file.getFileName().toString();
    return new Kept(
        name.substring(0, name.length() - ENDING.length()), file, file.toFile().length());
  }

  private void prune(Path current) throws IOException {
    long total = 0;
    for (Kept kept : list()) {
      total += kept.bytes();
      if (total > limit && !kept.file().equals(current)) {
        try {
          Files.deleteIfExists(kept.file());
        } catch (IOException e) {
          // Somebody reads it, which keeps it there on Windows: it goes the next time.
          LoggerFactory.getLogger(RecordingsFolder.class)
              .info("An old recording was not deleted: {}", e.getMessage());
        }
      }
    }
  }

  private static FileAttribute<?>[] forOwnerAlone(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
