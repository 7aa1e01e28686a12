package dev.touchstone.key.transport.hid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.TransportException.PacketGarbled;
import dev.touchstone.key.transport.WireError;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportConnectionTest {

  private static final int OURS = 0x01020304;
  private static final int BROADCAST = 0xffffffff;
  private static final int CBOR = 0x90;
  private static final int INIT = 0x86;
  private static final int ERROR = 0xbf;

  private final Reports reports = new Reports();
  private final ReportConnection connection = new ReportConnection(reports);
  private final byte[] received = new byte[64];

  @Test
  void packetsOfOtherChannelsArePassedOver() throws Exception {
    connection.send(packet(OURS, CBOR));
    reports.coming.add(packet(0x0a0b0c0d, CBOR));
    reports.coming.add(packet(0x0a0b0c0d, ERROR, 6));
    reports.coming.add(packet(OURS, CBOR, 42));

    connection.receive(received);

    assertThat(received).isEqualTo(packet(OURS, CBOR, 42));
  }

  @Test
  void theAnswerToAnotherProgramsQuestionForAChannelIsPassedOver() throws Exception {
    connection.send(packet(BROADCAST, INIT, 1, 2, 3, 4, 5, 6, 7, 8));
    reports.coming.add(packet(BROADCAST, INIT, 8, 7, 6, 5, 4, 3, 2, 1, 9));
    reports.coming.add(packet(BROADCAST, INIT, 1, 2, 3, 4, 5, 6, 7, 8, 9));

    connection.receive(received);

    assertThat(received).isEqualTo(packet(BROADCAST, INIT, 1, 2, 3, 4, 5, 6, 7, 8, 9));
  }

  @ParameterizedTest
  @CsvSource({
    "0x01, PacketGarbled",
    "0x02, PacketGarbled",
    "0x03, PacketGarbled",
    "0x04, PacketGarbled",
    "0x05, DeviceTimedOut",
    "0x06, DeviceBusy",
    "0x0a, DeviceBusy",
    "0x0b, DeviceGone",
    "0x7f, PacketGarbled",
    "0xee, PacketGarbled",
  })
  void anErrorOfTheKeyIsTyped(int code, String type) throws Exception {
    connection.send(packet(OURS, CBOR));
    reports.coming.add(packet(OURS, ERROR, code));

    assertThatThrownBy(() -> connection.receive(received))
        .isInstanceOf(TransportException.class)
        .extracting(e -> e.getClass().getSimpleName())
        .isEqualTo(type);
  }

  @Test
  void aSilentKeyTimesOut() throws Exception {
    connection.send(packet(OURS, CBOR));

    assertThatThrownBy(() -> connection.receive(received)).isInstanceOf(DeviceTimedOut.class);
  }

  @Test
  void aReportOfAnotherLengthIsGarbled() throws Exception {
    connection.send(packet(OURS, CBOR));
    reports.coming.add(new byte[8]);

    assertThatThrownBy(() -> connection.receive(received)).isInstanceOf(PacketGarbled.class);
  }

  @Test
  void thePipeIsClosedWithTheConnection() {
    connection.close();

    assertThatThrownBy(() -> connection.send(packet(OURS, CBOR))).isInstanceOf(DeviceGone.class);
  }

  @Test
  void aBusyKeySaysSoInASentenceAndByItsCode() throws Exception {
    connection.send(packet(OURS, CBOR));
    reports.coming.add(packet(OURS, ERROR, 6));

    assertThatThrownBy(() -> connection.receive(received))
        .isInstanceOfSatisfying(
            DeviceBusy.class, busy -> assertThat(busy.error()).isEqualTo(new WireError.CtapHid(6)))
        .hasMessage("The key is busy with another program.");
  }

  private static byte[] packet(int channel, int command, int... payload) {
    ByteBuffer packet = ByteBuffer.allocate(64);
    packet.putInt(channel).put((byte) command).putShort((short) payload.length);
    for (int value : payload) {
      packet.put((byte) value);
    }
    return packet.array();
  }

  /** Has the reports ready that it will hand out. */
  private static final class Reports implements ReportPipe {
    private final Deque<byte[]> coming = new ArrayDeque<>();
    private boolean closed;

    @Override
    public void write(byte[] report) throws DeviceGone {
      if (closed) {
        throw new DeviceGone("closed");
      }
    }

    @Override
    public byte @Nullable [] read(Duration timeout) {
      return coming.poll();
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
