package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.application.CommandState;
import dev.touchstone.key.ctap.Authenticator;
import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** A key that speaks CTAP2: each command is one CBOR message, CTAP 2.3 §8. */
final class Ctap2Authenticator implements Authenticator {

  private static final int REQUEST_TOO_LARGE = 0x39;

  private final Line line;
  private int maxMsgSize = 1024;
  private IntUnaryOperator codes = IntUnaryOperator.identity();

  Ctap2Authenticator(Line line) {
    this.line = line;
  }

  @Override
  public <R> R send(CtapCommand<R> command, CommandState state) throws KeyException {
    Exchange<R> exchange = Exchange.of(command);
    byte[] message = exchange.message(codes.applyAsInt(exchange.code()));
    if (message.length > maxMsgSize) {
      // keys may do anything with a message that is too long for them, so it is not sent
      throw new KeyRefused(REQUEST_TOO_LARGE);
    }
    byte[] answer = line.ctap2(message, state);
    if (answer.length == 0) {
      throw new ReplyGarbled("The key's reply is empty.");
    }
    if (answer[0] != 0) {
      throw new KeyRefused(answer[0] & 0xff);
    }
    R reply = exchange.reader().read(ReplyMap.decode(Arrays.copyOfRange(answer, 1, answer.length)));
    if (reply instanceof GetInfo.Reply info) {
      maxMsgSize = info.maxMsgSize();
      codes = code -> PreviewCommands.code(code, info);
    }
    return reply;
  }

  @Override
  public boolean canWink() {
    return line.canWink();
  }

  @Override
  public void wink() throws KeyException {
    line.wink();
  }

  @Override
  public void close() {
    line.close();
  }
}
