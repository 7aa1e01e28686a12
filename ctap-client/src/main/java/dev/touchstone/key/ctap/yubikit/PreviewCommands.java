package dev.touchstone.key.ctap.yubikit;

import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.ctap.KeyOptions.Feature;
import java.util.Map;

/**
 * Keys of the drafts of CTAP 2.1 ({@code FIDO_2_1_PRE}) know two commands under bytes of the
 * vendor's range, and by other options: bioEnrollment (CTAP 2.3 §6.7.1) and credentialManagement
 * (§6.8.1). What goes after the byte is the same.
 */
final class PreviewCommands {

  private static final Map<Integer, Integer> CODES =
      Map.of(BioEnrollmentExchange.CODE, 0x40, CredentialManagementExchange.CODE, 0x41);

  private PreviewCommands() {}

  /** The byte under which this key knows the command; the command's own unless it lacks it. */
  static int code(int command, GetInfo.Reply info) {
    KeyOptions options = info.options();
    boolean draft =
        switch (command) {
          case BioEnrollmentExchange.CODE ->
              options.bioEnrollment() == Feature.ABSENT
                  && options.bioEnrollmentPreview() != Feature.ABSENT;
          case CredentialManagementExchange.CODE ->
              !options.credentialManagement() && options.credentialManagementPreview();
          default -> false;
        };
    return draft ? CODES.getOrDefault(command, command) : command;
  }
}
