package dev.touchstone.key.overheard;

import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.trace.message.Pieces;
import dev.touchstone.key.trace.message.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Looks for known secrets in a recording: in the file as it lies there, in the messages put
 * together again, since a secret may be cut in two by packets, and in the words that they are told
 * in.
 */
final class SecretSearch {

  private SecretSearch() {}

  /** What was found, in words for the one who has to mend it. */
  static List<String> in(Recording recording) throws IOException {
    List<String> found = new ArrayList<>();
    byte[] file = Files.readAllBytes(recording.file());
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    StringBuilder words = new StringBuilder();
    for (Entry entry : recording.page(0, recording.size())) {
      Wire wire = recording.device(entry.connection()).map(Device::wire).orElse(Wire.REPORTS);
      if (entry instanceof Entry.Message message) {
        messages.writeBytes(Pieces.join(wire, message.facts().toKey(), message.packets()));
        messages.write(0);
        message.packets().forEach(packet -> messages.writeBytes(packet.bytes()));
      }
      words.append(Words.title(entry)).append('\n');
      words.append(Words.detail(entry, wire, Names.SHOWN)).append('\n');
    }
    byte[] text = words.toString().getBytes(StandardCharsets.UTF_8);
    KnownSecrets.all()
        .forEach((name, secret) -> {
          if (contains(file, secret)) {
            found.add(name + " in the file");
          }
          if (contains(messages.toByteArray(), secret)) {
            found.add(name + " in a message");
          }
          if (secret.length >= 8 && contains(text, secret)) {
            found.add(name + " in words");
          }
        });
    return found;
  }

  private static boolean contains(byte[] where, byte[] what) {
    for (int i = 0; i <= where.length - what.length; i++) {
      if (Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
        return true;
      }
    }
    return false;
  }
}
