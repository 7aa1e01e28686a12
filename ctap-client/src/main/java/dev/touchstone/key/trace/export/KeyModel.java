package dev.touchstone.key.trace.export;

import dev.touchstone.key.trace.cbor.CborItem;
import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Command;
import dev.touchstone.key.trace.message.Content;
import dev.touchstone.key.trace.message.Pieces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What sort of key it was, from what it answered to authenticatorGetInfo: a line for each. */
final class KeyModel {

  private KeyModel() {}

  static List<String> in(Recording recording) {
    List<String> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Device device : recording.devices()) {
      if (seen.add(device.id())) {
        lines.add(
            "%s: %s, %s%s"
                .formatted(
                    device.id(),
                    device.name(),
                    device.transport().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    device.vendorId() == 0
                        ? ""
                        : ", USB %04x:%04x".formatted(device.vendorId(), device.productId())));
      }
    }
    Set<String> told = new HashSet<>();
    recording.visit((index, outline, whole) -> {
      if (outline instanceof Entry.Message message && isInfo(message)) {
        Device device = recording.device(message.connection()).orElse(null);
        if (device != null
            && told.add(device.id())
            && whole.read() instanceof Entry.Message reply) {
          lines.add("%s: %s".formatted(device.id(), facts(reply, device)));
        }
      }
      return told.size() < seen.size();
    });
    return lines;
  }

  private static boolean isInfo(Entry.Message message) {
    return message.facts().kind() == MessageKind.CTAP2
        && !message.facts().toKey()
        && message.facts().command() == Command.GET_INFO.code()
        && message.facts().status() == 0;
  }

  private static String facts(Entry.Message reply, Device device) {
    byte[] bytes = Pieces.join(device.wire(), false, reply.packets());
    Map<String, CborItem> members =
        Content.members(Command.GET_INFO.code(), false, Content.of(bytes));
    StringBuilder words = new StringBuilder();
    if (members.get("versions") instanceof CborItem.Array versions) {
      for (CborItem version : versions.items()) {
        if (version instanceof CborItem.Text text) {
          words.append(text.value()).append(' ');
        }
      }
    }
    if (members.get("aaguid") instanceof CborItem.Bytes aaguid) {
      words.append("AAGUID ").append(HexFormat.of().formatHex(bytes, aaguid.from(), aaguid.end()));
    }
    if (members.get("firmwareVersion") instanceof CborItem.Whole version) {
      words.append(" firmware ").append(version);
    }
    return words.toString().strip();
  }
}
