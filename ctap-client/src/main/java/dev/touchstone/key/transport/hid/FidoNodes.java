package dev.touchstone.key.transport.hid;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The HID devices of Linux, as its files tell of them, without opening any.
 *
 * @param classes usually {@code /sys/class/hidraw}
 * @param devices usually {@code /dev}
 */
public record FidoNodes(Path classes, Path devices) {

  /**
   * A device node of a key.
   *
   * @param path such as {@code /dev/hidraw3}
   * @param usable whether this process may read and write it
   * @param rights owner, group and mode, such as {@code root:root rw-------}; empty if not told
   */
  public record Node(Path path, boolean usable, String rights) {}

  /**
   * What is plugged in.
   *
   * @param keys those that have the FIDO usage page, CTAP 2.3 §11.2.8.1
   * @param others how many HID devices have not: keyboards, mice; they are left alone
   */
  public record Found(List<Node> keys, int others) {}

  /** Those of this machine. */
  public static FidoNodes ofThisSystem() {
    return new FidoNodes(Path.of("/sys/class/hidraw"), Path.of("/dev"));
  }

  /** Looks. */
  public Found find() {
    List<Node> keys = new ArrayList<>();
    int others = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(classes)) {
      for (Path one : all) {
        if (LinuxHidraw.mayBeFido(one.resolve("device/report_descriptor"))) {
          keys.add(node(devices.resolve(String.valueOf(one.getFileName()))));
        } else {
          others++;
        }
      }
    } catch (IOException e) {
      // No HID in this kernel, or a container that hides it: there is nothing to find.
      return new Found(List.of(), 0);
    }
    keys.sort(Comparator.comparing(Node::path));
    return new Found(List.copyOf(keys), others);
  }

  private static Node node(Path path) {
    return new Node(path, Files.isReadable(path) && Files.isWritable(path), rights(path));
  }

  private static String rights(Path path) {
    try {
      PosixFileAttributes it = Files.readAttributes(path, PosixFileAttributes.class);
      return "%s:%s %s"
          .formatted(
              it.owner().getName(),
              it.group().getName(),
              PosixFilePermissions.toString(it.permissions()));
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
