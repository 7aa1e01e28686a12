package dev.touchstone.app.usecase;

import dev.touchstone.app.usecase.KeyDescription.Fact;
import dev.touchstone.key.ctap.GetInfo;
import java.util.List;

/** What an administrator can do to the key (CTAP 2.3 §6.4, §6.6, §6.11). */
final class AdministrationWords {

  private AdministrationWords() {}

  static List<Fact> facts(GetInfo.Reply info) {
    GetInfo.Administration can = info.administration();
    MemberFacts facts = new MemberFacts(info.raw());
    can.configCommands()
        .ifPresent(commands ->
            facts.add(
                0x1F,
                "authenticatorConfigCommands",
                commands.isEmpty()
                    ? "none"
                    : String.join(
                        ", ", commands.stream().map(AdministrationWords::command).toList()),
                "what can be configured"));
    facts.addList(
        0x15,
        "vendorPrototypeConfigCommands",
        can.vendorCommands().stream().map(it -> "0x" + it.toString(16)).toList(),
        "of the vendor, who alone knows what they do");
    facts.addIfTold(
        0x18,
        "longTouchForReset",
        can.longTouchForReset().orElse(false),
        can.longTouchForReset().orElse(false)
            ? "a reset takes a finger that stays for up to ten seconds"
            : "a reset takes a short touch");
    return facts
        .addList(0x1A, "transportsForReset", can.transportsForReset(), "where a reset is taken")
        .addIfTold(
            0x10,
            "maxRPIDsForSetMinPINLength",
            info.pinPolicy().maxRpIds(),
            "relying parties that may be told the minimum PIN length")
        .all();
  }

  /** CTAP 2.3 §6.11. */
  private static String command(int number) {
    return switch (number) {
      case 0x01 -> "enableEnterpriseAttestation";
      case 0x02 -> "toggleAlwaysUv";
      case 0x03 -> "setMinPINLength";
      case 0x04 -> "enableLongTouchForReset";
      case 0xFF -> "vendorPrototype";
      default -> "0x%02X, not known to this program".formatted(number);
    };
  }
}
