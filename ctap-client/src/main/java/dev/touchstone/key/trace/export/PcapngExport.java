package dev.touchstone.key.trace.export;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Packet;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.file.Header;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.trace.message.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A capture that Wireshark opens. The last packet of each message has a comment that says what the
 * message is; what is no packet is a comment too, on the packet after it.
 */
final class PcapngExport {

  private static final long NANOS = 1_000_000_000L;

  private final Recording recording;
  private final Names names;
  private final Map<Integer, UsbDevice> devices = new HashMap<>();
  private final List<String> comments = new ArrayList<>();

  PcapngExport(Recording recording, Names names) {
    this.recording = recording;
    this.names = names;
  }

  void write(int[] entries, OutputStream target) throws IOException {
    BufferedOutputStream out = new BufferedOutputStream(target);
    Blocks blocks = new Blocks(out);
    Header header = recording.header();
    blocks.section(
        header.program(),
        header.system(),
        "Touchstone, %s. Secrets are masked with asterisks. Enumeration of the devices is made up so that they can be decoded; cards are shown in a USB reader."
            .formatted(header.command()));
    blocks.usbInterface();
    for (int index : entries) {
      Entry entry = recording.get(index);
      if (entry instanceof Entry.Message message) {
        write(message, blocks);
      } else {
        comments.add(comment(entry));
      }
    }
    out.flush();
  }

  private void write(Entry.Message message, Blocks blocks) throws IOException {
    Device device = recording.device(message.connection()).orElse(null);
    if (device == null) {
      return;
    }
    UsbDevice usb = devices.get(message.connection());
    if (usb == null) {
      usb = new UsbDevice(device, message.connection());
      devices.put(message.connection(), usb);
      for (byte[] frame : usb.enumeration()) {
        blocks.packet(epoch(message.nanos()), frame, List.of());
      }
    }
    for (int i = 0; i < message.packets().size(); i++) {
      Packet packet = message.packets().get(i);
      if (i + 1 == message.packets().size()) {
        comments.add(comment(message));
      }
      blocks.packet(epoch(packet.nanos()), usb.frame(packet), comments);
      comments.clear();
    }
  }

  private String comment(Entry entry) {
    Wire wire = recording.device(entry.connection()).map(Device::wire).orElse(Wire.REPORTS);
    String head = (Words.title(entry) + " " + Words.outcome(entry)).strip();
    return (head + "\n" + Words.detail(entry, wire, names)).strip();
  }

  private long epoch(long nanos) {
    Instant at = recording.header().started();
    return at.getEpochSecond() * NANOS + at.getNano() + nanos;
  }
}
