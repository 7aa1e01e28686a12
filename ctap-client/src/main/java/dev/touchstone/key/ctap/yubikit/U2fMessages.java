package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.application.CommandState;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.transport.WireError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * U2F raw messages, FIDO U2F Raw Message Formats 1.2. A U2F key does not wait for a touch: it
 * refuses until it has been touched, so we ask again and again.
 */
final class U2fMessages {

  static final int REGISTER = 0x01;
  static final int AUTHENTICATE = 0x02;
  static final int ENFORCE_USER_PRESENCE = 0x03;
  static final int CHECK_ONLY = 0x07;

  private static final int OK = 0x9000;
  private static final int CONDITIONS_NOT_SATISFIED = 0x6985;
  private static final int WRONG_DATA = 0x6a80;
  private static final int WRONG_LENGTH = 0x6700;

  private static final int INVALID_CREDENTIAL = 0x22;
  private static final int KEEPALIVE_CANCEL = 0x2D;
  private static final int OTHER = 0x7F;
  private static final long PAUSE_MILLIS = 100;

  private final Line line;
  private final CommandState state;

  U2fMessages(Line line, CommandState state) {
    this.line = line;
    this.state = state;
  }

  /** Whether the key made this key handle for this application. */
  boolean knows(byte[] application, byte[] keyHandle) throws KeyException {
    Answer answer =
        send(AUTHENTICATE, CHECK_ONLY, authentication(new byte[32], application, keyHandle));
    return switch (answer.status()) {
      case CONDITIONS_NOT_SATISFIED -> true;
      case WRONG_DATA, WRONG_LENGTH -> false;
      default -> throw unexpected(answer);
    };
  }

  /** Sends until the key was touched. */
  byte[] sendUntilTouched(int instruction, int control, byte[] data) throws KeyException {
    boolean told = false;
    while (true) {
      Answer answer = send(instruction, control, data);
      switch (answer.status()) {
        case OK -> {
          return answer.data().toArray();
        }
        case CONDITIONS_NOT_SATISFIED -> {
          if (!told) {
            told = true;
            state.onKeepAliveStatus(CommandState.STATUS_UPNEEDED);
          }
          if (state.waitForCancel(PAUSE_MILLIS)) {
            throw new KeyRefused(KEEPALIVE_CANCEL);
          }
        }
        default -> throw unexpected(answer);
      }
    }
  }

  static byte[] registration(byte[] challenge, byte[] application) {
    return ByteBuffer.allocate(64).put(challenge).put(application).array();
  }

  static byte[] authentication(byte[] challenge, byte[] application, byte[] keyHandle) {
    return ByteBuffer.allocate(65 + keyHandle.length)
        .put(challenge)
        .put(application)
        .put((byte) keyHandle.length)
        .put(keyHandle)
        .array();
  }

  /** What U2F calls the application: the hash of the RP ID. */
  static byte[] application(String rpId) {
    return Bytes.of(rpId.getBytes(StandardCharsets.UTF_8)).sha256().toArray();
  }

  private Answer send(int instruction, int control, byte[] data) throws KeyException {
    byte[] answer = line.u2f(instruction, control, data);
    if (answer.length < 2) {
      throw new ReplyGarbled("The key's reply has no status word.");
    }
    int status = Short.toUnsignedInt(ByteBuffer.wrap(answer, answer.length - 2, 2).getShort());
    return new Answer(status, Bytes.of(Arrays.copyOf(answer, answer.length - 2)));
  }

  private static KeyRefused unexpected(Answer answer) {
    return new KeyRefused(
        answer.status() == WRONG_DATA ? INVALID_CREDENTIAL : OTHER,
        new WireError.StatusWord(answer.status()));
  }

  private record Answer(int status, Bytes data) {}
}
