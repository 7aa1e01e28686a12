package dev.touchstone.app.doctor;

import dev.touchstone.app.settings.Settings;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the data folder and the database are in order. Reads only. */
record DataExamination(Settings settings) implements Examination {

  private static final String AREA = "Data";
  private static final long MEGABYTE = 1024 * 1024;
  private static final long LITTLE = 100 * MEGABYTE;
  private static final long NONE = 2 * MEGABYTE;
  private static final long MANY_RECORDINGS = 1024 * MEGABYTE;

  @Override
  public List<Finding> run() {
    Path folder = settings.data();
    if (!Files.isDirectory(folder)) {
      return List.of(
          Finding.fine(AREA, "folder", folder + " is not there yet; it is made when needed."));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(folder(folder));
    findings.add(space(folder));
    findings.add(new DatabaseExamination(settings.store().database()).look());
    new SecretKeyExamination(settings.store().key()).look().ifPresent(findings::add);
    Path recordings = folder.resolve("recordings");
    if (Files.isDirectory(recordings)) {
      findings.add(recordings(recordings));
    }
    return findings;
  }

  private static Finding folder(Path folder) {
    if (!Files.isWritable(folder) || !Files.isReadable(folder)) {
      return Finding.broken(
          AREA,
          "folder",
          "You may not read and write %s.".formatted(folder),
          "Give yourself permission, or choose another folder with --data or TOUCHSTONE_DATA.");
    }
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return Finding.fine(AREA, "folder", folder + " can be written.");
    }
    try {
      Set<PosixFilePermission> modes = Files.getPosixFilePermissions(folder);
      boolean alone = modes.stream().allMatch(mode -> mode.name().startsWith("OWNER_"));
      return alone
          ? Finding.fine(AREA, "folder", folder + " is its owner's alone.")
          : Finding.attention(
              AREA,
              "folder",
              "%s is open to others (%s).".formatted(folder, PosixFilePermissions.toString(modes)),
              "chmod 700 " + folder);
    } catch (IOException e) {
      return Finding.unknown(AREA, "folder", "Its permissions cannot be read.");
    }
  }

  private static Finding space(Path folder) {
    try {
      long left = Files.getFileStore(folder).getUsableSpace();
      String told = "%,d MB are left.".formatted(left / MEGABYTE);
      if (left < NONE) {
        return Finding.broken(AREA, "space", told, "Make room: nothing can be saved.");
      }
      return left < LITTLE
          ? Finding.attention(AREA, "space", told, "Make room before it is used up.")
          : Finding.fine(AREA, "space", told);
    } catch (IOException e) {
      return Finding.unknown(AREA, "space", "What is left cannot be told.");
    }
  }

  private static Finding recordings(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      long bytes = files.mapToLong(file -> file.toFile().length()).sum();
      String told = "%,d MB in %s.".formatted(bytes / MEGABYTE, folder);
      return bytes > MANY_RECORDINGS
          ? Finding.attention(AREA, "recordings", told, "Delete those that nobody needs.")
          : Finding.fine(AREA, "recordings", told);
    } catch (IOException e) {
      return Finding.unknown(AREA, "recordings", "They cannot be read.");
    }
  }
}
