package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.fido.FidoConnection;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.hid.ReportConnection;
import dev.touchstone.key.transport.hid.ReportPipe;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A key that answers each CTAP2 message with whatever bytes a test wants, true or not. */
public record CannedKey(UnaryOperator<byte[]> answer) implements KeyDevice {

  @Override
  public String id() {
    return "canned";
  }

  @Override
  public String name() {
    return "Canned key";
  }

  @Override
  public Transport transport() {
    return Transport.VIRTUAL;
  }

  @Override
  public String path() {
    return "nowhere";
  }

  @Override
  public int vendorId() {
    return 0;
  }

  @Override
  public int productId() {
    return 0;
  }

  @Override
  public FidoConnection connect() {
    return new ReportConnection(new Reports(answer));
  }

  private static final class Reports implements ReportPipe {
    private static final int INIT = 0x86;
    private static final int CHANNEL = 0x11223344;

    private final UnaryOperator<byte[]> answer;
    private final Deque<byte[]> coming = new ArrayDeque<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private int command;
    private int due;

    Reports(UnaryOperator<byte[]> answer) {
      this.answer = answer;
    }

    @Override
    public void write(byte[] report) {
      ByteBuffer packet = ByteBuffer.wrap(report);
      int channel = packet.getInt();
      int first = packet.get() & 0xff;
      if (first >= 0x80) {
        command = first;
        due = packet.getShort();
        message.reset();
      }
      byte[] part = new byte[Math.min(packet.remaining(), due - message.size())];
      packet.get(part);
      message.writeBytes(part);
      if (message.size() == due) {
        respond(channel, command == INIT ? channelFor(part) : answer.apply(message.toByteArray()));
      }
    }

    private static byte[] channelFor(byte[] nonce) {
      return ByteBuffer.allocate(17)
          .put(nonce)
          .putInt(CHANNEL)
          .put(new byte[] {2, 1, 0, 0, 4})
          .array();
    }

    private void respond(int channel, byte[] content) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      ByteBuffer packet = ByteBuffer.allocate(64);
      packet.putInt(channel).put((byte) command).putShort((short) content.length);
      byte sequence = 0;
      while (true) {
        byte[] part = new byte[Math.min(packet.remaining(), rest.remaining())];
        rest.get(part);
        packet.put(part);
        coming.add(packet.array());
        if (!rest.hasRemaining()) {
          return;
        }
        packet = ByteBuffer.allocate(64);
        packet.putInt(channel).put(sequence++);
      }
    }

    @Override
    public byte @Nullable [] read(Duration timeout) {
      return coming.poll();
    }

    @Override
    public void close() {}
  }
}
