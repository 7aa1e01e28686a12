package dev.touchstone.app.trouble;

import dev.touchstone.app.trouble.Trouble.Step;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.wire.HidPort;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.hid.ReportPipe;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports to a virtual key and back, until it is time for trouble. Counts the steps. */
final class TroubledCable implements ReportPipe {

  private static final byte CANCEL = (byte) 0x91;
  private static final byte ERROR = (byte) 0xbf;
  private static final int COMMAND = 4;
  private static final int FIRST_OF_MESSAGE = 0x80;

  private final VirtualKey key;
  private final HidPort port;
  private final Optional<Trouble> trouble;
  private final int when;
  private final Map<Step, Integer> steps = new EnumMap<>(Step.class);
  private boolean over;
  private boolean swallowing;
  private byte @Nullable [] instead;

  /**
   * @param when counted from 1; trouble that is due at a step that does not come never comes
   */
  TroubledCable(VirtualKey key, Optional<Trouble> trouble, int when) throws IOException {
    this.key = key;
    this.port = key.connect();
    this.trouble = trouble;
    this.when = when;
  }

  /** How many there were. */
  int steps(Step step) {
    return steps.getOrDefault(step, 0);
  }

  @Override
  public void write(byte[] report) throws DeviceGone {
    if (report[COMMAND] == CANCEL) {
      send(report);
      return;
    }
    if ((report[COMMAND] & FIRST_OF_MESSAGE) != 0) {
      swallowing = isDue(Step.MESSAGE);
      if (swallowing) {
        instead = error(report, trouble.orElseThrow().error());
      }
    }
    if (isDue(Step.PACKET_OUT)) {
      key.unplug();
    }
    if (!swallowing) {
      send(report);
    }
  }

  @Override
  public byte @Nullable [] read(Duration timeout) throws DeviceGone {
    byte[] error = instead;
    if (error != null) {
      instead = null;
      return error;
    }
    byte[] report = over ? null : receive(timeout);
    return report != null && isDue(Step.PACKET_IN) ? spoil(report) : report;
  }

  private byte @Nullable [] spoil(byte[] report) throws DeviceGone {
    return switch (trouble.orElseThrow()) {
      case UNPLUGGED_AFTER -> {
        key.unplug();
        throw new DeviceGone("The key was unplugged.");
      }
      case SILENT -> {
        over = true;
        yield null;
      }
      case WRONG_CHANNEL -> {
        over = true;
        report[3] ^= 1;
        yield report;
      }
      case GARBAGE -> {
        Arrays.fill(report, COMMAND, report.length, (byte) 0xff);
        yield report;
      }
      case SHORT_REPORT -> Arrays.copyOf(report, 10);
      case UNPLUGGED_BEFORE, BUSY, TOO_SLOW, CHANNEL_LOST, ERROR_WITHOUT_NAME ->
          throw new IllegalStateException("not when a packet comes in: " + trouble);
    };
  }

  private boolean isDue(Step step) {
    int now = steps.merge(step, 1, Integer::sum);
    return now == when && trouble.filter(it -> it.step() == step).isPresent();
  }

  private static byte[] error(byte[] request, byte code) {
    return ByteBuffer.allocate(REPORT_SIZE)
        .put(request, 0, COMMAND)
        .put(ERROR)
        .putShort((short) 1)
        .put(code)
        .array();
  }

  private void send(byte[] report) throws DeviceGone {
    try {
      port.write(report);
    } catch (IOException e) {
      throw new DeviceGone("The key was unplugged.");
    }
  }

  private byte @Nullable [] receive(Duration timeout) throws DeviceGone {
    try {
      return port.read(timeout);
    } catch (IOException e) {
      throw new DeviceGone("The key was unplugged.");
    }
  }

  @Override
  public void close() {
    port.close();
  }
}
