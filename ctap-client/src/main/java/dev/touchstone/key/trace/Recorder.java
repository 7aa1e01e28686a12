package dev.touchstone.key.trace;

import com.yubico.yubikit.core.YubiKeyConnection;
import dev.touchstone.key.session.Witness;
import dev.touchstone.key.trace.entry.Device;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.PartyAct;
import dev.touchstone.key.trace.entry.Timeline;
import dev.touchstone.key.trace.entry.Wire;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.trace.Wiretap;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks on at every key that is opened, and writes down what it sees. */
public final class Recorder implements Witness {

  private final Timeline timeline;
  private final AtomicInteger connections = new AtomicInteger();

  public Recorder(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public Watched connect(KeyDevice device) throws IOException {
    int number = connections.incrementAndGet();
    YubiKeyConnection connection;
    try {
      connection = device.connect();
    } catch (IOException e) {
      opened(
          number, device, device.transport() == Transport.SMART_CARD ? Wire.APDUS : Wire.REPORTS);
      timeline.add(new Entry.Trouble(number, timeline.now(), String.valueOf(e.getMessage())));
      timeline.add(new Entry.Disconnected(number, timeline.now()));
      throw e;
    }
    opened(number, device, Wiretap.wireOf(connection));
    return new Watched(
        Wiretap.over(connection, number, timeline),
        person -> RecordedPerson.over(person, number, timeline));
  }

  private void opened(int number, KeyDevice device, Wire wire) {
    timeline.add(
        new Entry.Connected(
            number,
            timeline.now(),
            new Device(
                device.id(),
                device.name(),
                device.transport(),
                device.path(),
                device.vendorId(),
                device.productId(),
                wire)));
  }

  /**
   * The relying party sends out options.
   *
   * @param optionsJson W3C JSON; what is secret in it is covered here
   */
  public void optionsSent(PartyAct act, String optionsJson) {
    timeline.add(
        new Entry.Party(
            Entry.NO_CONNECTION, timeline.now(), act, true, "", CoveredOptions.of(optionsJson)));
  }

  /**
   * The relying party came to a verdict.
   *
   * @param sentence the step that failed, or how many passed
   */
  public void judged(PartyAct act, boolean accepted, String sentence) {
    timeline.add(new Entry.Party(Entry.NO_CONNECTION, timeline.now(), act, accepted, sentence, ""));
  }

  /**
   * A request was sent to a server, beside any ceremony.
   *
   * @param sentence where to and what came of it; holds no header, no body, no token
   */
  public void requestSent(String sentence) {
    timeline.add(new Entry.Note(Entry.NO_CONNECTION, timeline.now(), sentence));
  }
}
