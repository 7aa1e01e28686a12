package dev.touchstone.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The rule by which Linux gives whoever sits at the computer the keys that are plugged in, of any
 * vendor: by the usage page F1D0, which systemd's {@code fido_id} looks for.
 *
 * @param file where it belongs
 */
public record UdevRule(Path file) {

  /** Reloads the rules and applies them to what is plugged in. */
  public static final String RELOAD =
      "sudo udevadm control --reload && sudo udevadm trigger --subsystem-match=hidraw";

  private static final String CONTENT =
      """
      # FIDO security keys of any vendor, for whoever sits at this computer.
      # fido_id (systemd 244 and newer) looks for the usage page F1D0 in the report descriptor.
      # The name has to come before 73-seat-late.rules, which gives the access.
      ACTION=="remove", GOTO="touchstone_fido_end"
      SUBSYSTEM!="hidraw", GOTO="touchstone_fido_end"
      ENV{ID_FIDO_TOKEN}!="1", IMPORT{program}="fido_id"
      ENV{ID_FIDO_TOKEN}=="1", ENV{ID_SECURITY_TOKEN}="1", TAG+="uaccess"
      LABEL="touchstone_fido_end"
      """;

  static UdevRule on(Machine machine) {
    return new UdevRule(machine.file("/etc/udev/rules.d/70-touchstone-fido.rules"));
  }

  /** The lines of the file. */
  public String content() {
    return CONTENT;
  }

  /** Whether it is there as it should be. */
  public boolean isInstalled() {
    try {
      return Files.readString(file).equals(CONTENT);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes it, as a whole or not at all.
   *
   * @throws IOException if that is not allowed; only root may
   */
  public void write() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, CONTENT);
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
