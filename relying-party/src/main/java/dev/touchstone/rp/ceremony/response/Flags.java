package dev.touchstone.rp.ceremony.response;

import java.util.ArrayList;
import java.util.List;

/**
 * The flags of authenticator data (WebAuthn Level 3 §6.1).
 *
 * @param value the raw byte, 0 to 255
 */
public record Flags(int value) {

  private static final List<String> NAMES =
      List.of("UP", "RFU1", "UV", "BE", "BS", "RFU2", "AT", "ED");

  public boolean userPresent() {
    return bit(0);
  }

  public boolean userVerified() {
    return bit(2);
  }

  public boolean backupEligible() {
    return bit(3);
  }

  public boolean backedUp() {
    return bit(4);
  }

  public boolean attestedCredentialData() {
    return bit(6);
  }

  public boolean extensionData() {
    return bit(7);
  }

  /** Such as {@code 0x45: UP UV AT}. */
  public String spelledOut() {
    List<String> set = new ArrayList<>();
    for (int bit = 0; bit < NAMES.size(); bit++) {
      if (bit(bit)) {
        set.add(NAMES.get(bit));
      }
    }
    return "0x%02x: %s".formatted(value, set.isEmpty() ? "none" : String.join(" ", set));
  }

  private boolean bit(int number) {
    return (value >> number & 1) == 1;
  }
}
