package dev.touchstone.app.doctor;

import dev.touchstone.key.transport.hid.FidoNodes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether keys on USB may be used at all. */
record UsbExamination(Machine machine) implements Examination {

  private static final String AREA = "USB";

  @Override
  public List<Finding> run() {
    return switch (machine.kind()) {
      case LINUX -> linux();
      case WINDOWS ->
          List.of(
              Finding.attention(
                  AREA,
                  "administrator rights",
                  "Windows keeps FIDO keys on USB from programs without administrator rights.",
                  "Run Touchstone as administrator for keys on USB; card readers, NFC, simulators and"
                      + " virtual keys work without."));
      case MACOS ->
          List.of(
              Finding.attention(
                  AREA,
                  "input monitoring",
                  "macOS may ask once whether the terminal may watch input devices.",
                  "If no key is listed, allow it under Privacy & Security, Input Monitoring."));
      case OTHER ->
          List.of(Finding.unknown(AREA, "permissions", "Nothing is known of this system."));
    };
  }

  private List<Finding> linux() {
    List<Finding> findings = new ArrayList<>();
    FidoNodes.Found found =
        new FidoNodes(machine.file("/sys/class/hidraw"), machine.file("/dev")).find();
    String others =
        found.others() == 0
            ? ""
            : " %d other HID device%s left alone."
                .formatted(found.others(), found.others() == 1 ? " is" : "s are");
    if (found.keys().isEmpty()) {
      findings.add(Finding.fine(AREA, "device nodes", "No key is on USB." + others));
    }
    for (FidoNodes.Node node : found.keys()) {
      findings.add(node(node, others));
    }
    findings.add(rule(found.keys().stream().allMatch(FidoNodes.Node::usable)));
    return findings;
  }

  private static Finding node(FidoNodes.Node node, String others) {
    String rights = node.rights().isEmpty() ? "" : " (" + node.rights() + ")";
    return node.usable()
        ? Finding.fine(
            AREA, node.path().toString(), "You may use it%s.%s".formatted(rights, others))
        : Finding.broken(
            AREA,
            node.path().toString(),
            "You may not open it%s.%s".formatted(rights, others),
            "Install the udev rule with 'sudo touchstone doctor --fix', or your system's own (on"
                + " Debian the package libfido2-1), then plug the key in again.");
  }

  private Finding rule(boolean allUsable) {
    UdevRule own = UdevRule.on(machine);
    if (own.isInstalled()) {
      return Finding.fine(AREA, "udev rule", own.file() + " is installed.");
    }
    List<String> rules = systemRules();
    if (!rules.isEmpty()) {
      return Finding.fine(AREA, "udev rule", String.join(", ", rules) + " gives access to keys.");
    }
    return allUsable
        ? Finding.attention(
            AREA,
            "udev rule",
            "No rule for FIDO keys is installed.",
            "If a key cannot be opened: touchstone doctor --fix")
        : Finding.broken(
            AREA, "udev rule", "No rule for FIDO keys is installed.", "touchstone doctor --fix");
  }

  /** Files that speak of keys: by vendors, or by systemd's own way. */
  private List<String> systemRules() {
    List<String> rules = new ArrayList<>();
    for (String folder :
        List.of(
            "/etc/udev/rules.d",
            "/run/udev/rules.d",
            "/usr/lib/udev/rules.d",
            "/lib/udev/rules.d")) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(machine.file(folder), "*{fido,u2f,uaccess}*.rules")) {
        for (Path file : files) {
          String name = String.valueOf(file.getFileName());
          if (grantsAccess(file) && !rules.contains(name)) {
            rules.add(name);
          }
        }
      } catch (IOException e) {
        // A folder that is not there has no rules.
      }
    }
    return rules;
  }

  private static boolean grantsAccess(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains("ID_SECURITY_TOKEN")
          || (text.contains("hidraw") && text.contains("uaccess"))
          || (text.contains("hidraw") && text.contains("plugdev"));
    } catch (IOException e) {
      return false;
    }
  }
}
