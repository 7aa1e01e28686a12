package dev.touchstone.key.trace.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.wire.card.CardInterface;
import dev.touchstone.key.CardInReader;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.trace.RecordedWorld;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.file.Filter;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Names;
import dev.touchstone.key.transport.KeyDevice;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Wireshark's own reader says of our captures; skipped where tshark is not installed. */
class PcapngExportTest {

  @TempDir private Path folder;

  private Recording record(Function<VirtualKey, KeyDevice> wire) throws Exception {
    try (RecordedWorld world = new RecordedWorld(folder, KeyModels.TOUCHSTONE, wire)) {
      return world.ceremonies().recording();
    }
  }

  private Path export(Recording recording) throws IOException {
    Path file = folder.resolve("capture.pcapng");
    try (OutputStream out = Files.newOutputStream(file)) {
      Format.PCAPNG.write(recording, Filter.ALL.in(recording, () -> false), Names.SHOWN, out);
    }
    return file;
  }

  private List<String> tshark(Path file, String... options) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(it -> Files.isExecutable(Path.of(it, "tshark"))),
        "tshark is not installed");
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                Stream.concat(Stream.of("tshark", "-r", file.toString()), Stream.of(options))
                    .toList())
            .redirectError(errors.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readAllLines(errors).stream().filter(it -> !it.startsWith("Running as user")))
        .isEmpty();
    return out.lines().toList();
  }

  private static long packets(Recording recording) {
    return recording.page(0, recording.size()).stream()
        .filter(Entry.Message.class::isInstance)
        .mapToLong(it -> ((Entry.Message) it).packets().size())
        .sum();
  }

  @Test
  void tsharkReadsEveryReportAndFindsNothingMalformed() throws Exception {
    Recording recording = record(PluggedIn::new);
    Path capture = export(recording);

    assertThat(tshark(capture, "-Y", "usb.transfer_type == 1")).hasSize((int) packets(recording));
    assertThat(tshark(capture, "-Y", "_ws.malformed || _ws.expert.severity == error || _ws.short"))
        .isEmpty();
    assertThat(tshark(capture, "-Y", "usb.bInterfaceClass == 3")).isNotEmpty();
    assertThat(tshark(capture, "-Y", "usbhid")).isNotEmpty();
  }

  @Test
  void tsharkReadsEveryApduAsAMessageOfACardReader() throws Exception {
    Recording recording = record(key -> CardInReader.holding(key, CardInterface.CONTACT));
    Path capture = export(recording);

    assertThat(tshark(capture, "-Y", "usbccid")).hasSize((int) packets(recording));
    assertThat(tshark(capture, "-Y", "_ws.malformed || _ws.expert.severity == error || _ws.short"))
        .isEmpty();
  }

  @Test
  void theLastPacketOfAMessageSaysWhatItIs() throws Exception {
    Path capture = export(record(PluggedIn::new));

    assertThat(tshark(capture, "-Y", "frame.comment", "-T", "fields", "-e", "frame.comment"))
        .anyMatch(
            it -> it.contains("authenticatorMakeCredential") && it.contains("/clientDataHash/"))
        .anyMatch(it -> it.contains("PIN asked for"));
  }
}
