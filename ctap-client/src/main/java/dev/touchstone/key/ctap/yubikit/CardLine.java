package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.Transport;
import com.yubico.yubikit.core.Version;
import com.yubico.yubikit.core.application.ApplicationNotAvailableException;
import com.yubico.yubikit.core.application.CommandState;
import com.yubico.yubikit.core.smartcard.Apdu;
import com.yubico.yubikit.core.smartcard.ApduException;
import com.yubico.yubikit.core.smartcard.AppId;
import com.yubico.yubikit.core.smartcard.SmartCardConnection;
import com.yubico.yubikit.core.smartcard.SmartCardProtocol;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.WireError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The FIDO applet of a card, CTAP 2.3 §11.3. */
final class CardLine implements Line {

  private static final Logger log = LoggerFactory.getLogger(CardLine.class);

  private static final int CTAP = 0x80;
  private static final int MSG = 0x10;
  private static final int MSG_GET_RESPONSE = 0x11;
  private static final int CONTROL = 0x12;
  private static final int TAKES_STATUS_UPDATES = 0x80;
  private static final int CANCEL = 0x11;
  private static final int END = 0x01;

  private static final int STATUS_UPDATE = 0x9100;
  private static final int EXECUTION_ERROR = 0x6F00;
  private static final int SECURITY_STATUS = 0x6982;
  private static final byte[] GET_INFO = {0x04};

  private static final long POLL_MILLIS = 100;

  /** A key that is told to stop does so at once; this is five seconds. */
  private static final int POLLS_AFTER_CANCEL = 50;

  /** What yubikit sends in one extended APDU, with its lengths; more goes out as a chain. */
  private static final int EXTENDED_LIMIT = 2038 - 9;

  /** Any version that takes extended APDUs and needs none of yubikit's workarounds. */
  private static final Version EXTENDED = new Version(4, 0, 0);

  private final SmartCardConnection connection;
  private final SmartCardProtocol chained;
  private final SmartCardProtocol extended;
  private final boolean ctap2;

  private CardLine(SmartCardConnection connection) throws IOException, KeyException {
    this.connection = new EndlessReplyGuard(connection);
    this.chained = new SmartCardProtocol(this.connection);
    this.extended = new SmartCardProtocol(this.connection);
    String version = new String(select(), StandardCharsets.US_ASCII);
    extended.configure(EXTENDED);
    this.ctap2 = version.startsWith("FIDO_2") || understandsCtap2();
  }

  /** Selects the FIDO applet; closes the connection when that fails. */
  static CardLine open(SmartCardConnection connection) throws KeyException {
    try {
      return attempt(() -> new CardLine(connection));
    } catch (KeyException e) {
      try {
        connection.close();
      } catch (IOException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  @Override
  public boolean speaksCtap2() {
    return ctap2;
  }

  @Override
  public String transport() {
    return connection.getTransport() == Transport.NFC ? "nfc" : "smart-card";
  }

  @Override
  public byte[] ctap2(byte[] message, CommandState state) throws KeyException {
    return attempt(() -> exchange(message, state));
  }

  @Override
  public byte[] u2f(int instruction, int control, byte[] data) throws KeyException {
    return attempt(() -> {
      try {
        return answer(send(new Apdu(0, instruction, control, 0, data)), 0x9000);
      } catch (ApduException refused) {
        return answer(refused.getData(), refused.getSw());
      }
    });
  }

  private byte[] select() throws IOException, KeyException {
    try {
      return chained.select(AppId.FIDO);
    } catch (ApplicationNotAvailableException e) {
      WireError error =
          e.getCause() instanceof ApduException refused
              ? WireError.StatusWord.of(refused.getSw())
              : Symptom.UNPLUGGED;
      throw new KeyGone("The card in the reader is no security key.", error, e);
    }
  }

  /** A key that knows U2F says no more than that when it is selected (CTAP 2.3 §11.3.3). */
  private boolean understandsCtap2() throws IOException, KeyException {
    try {
      send(new Apdu(CTAP, MSG, 0, 0, GET_INFO));
      return true;
    } catch (ApduException e) {
      WireError.StatusWord word = WireError.StatusWord.of(e.getSw());
      if (word.value() == EXECUTION_ERROR || word.value() == SECURITY_STATUS) {
        // That says nothing of what the key speaks.
        throw new ReplyGarbled("The card failed with status word " + word.code() + ".", word, e);
      }
      return false;
    }
  }

  private byte[] exchange(byte[] message, CommandState state) throws IOException, KeyException {
    Apdu next = new Apdu(CTAP, MSG, TAKES_STATUS_UPDATES, 0, message);
    int told = 0;
    int pollsAfterCancel = 0;
    while (true) {
      try {
        return send(next);
      } catch (ApduException refused) {
        int status = statusUpdate(refused);
        if (status != told) {
          told = status;
          state.onKeepAliveStatus((byte) status);
        }
      }
      boolean cancelled = state.waitForCancel(POLL_MILLIS);
      if (cancelled && ++pollsAfterCancel > POLLS_AFTER_CANCEL) {
        throw new KeyGone("The key does not stop what it is doing.", Symptom.NO_ANSWER, null);
      }
      next = new Apdu(CTAP, MSG_GET_RESPONSE, cancelled ? CANCEL : 0, 0, new byte[0]);
    }
  }

  /** The status byte of CTAP 2.3 §11.3.7; any other word is no answer to a message. */
  private static int statusUpdate(ApduException refused) throws ReplyGarbled {
    WireError.StatusWord word = WireError.StatusWord.of(refused.getSw());
    if (word.value() != STATUS_UPDATE) {
      throw new ReplyGarbled(
          "The card refused the message with status word " + word.code() + ".", word, refused);
    }
    if (refused.getData().length == 0) {
      throw new ReplyGarbled("The card is busy and does not say with what.", word, refused);
    }
    return refused.getData()[0];
  }

  private byte[] send(Apdu apdu) throws IOException, ApduException {
    return (apdu.getData().length > EXTENDED_LIMIT ? chained : extended).sendAndReceive(apdu);
  }

  private static byte[] answer(byte[] data, int word) {
    return ByteBuffer.allocate(data.length + 2).put(data).putShort((short) word).array();
  }

  private interface Attempt<T> {
    T run() throws IOException, KeyException;
  }

  private static <T> T attempt(Attempt<T> attempt) throws KeyException {
    try {
      return attempt.run();
    } catch (TransportException e) {
      throw Failures.of(e);
    } catch (IOException | IllegalArgumentException e) {
      // yubikit tells of a short answer or a strange status word in prose
      throw new ReplyGarbled("The card's answer does not follow ISO 7816.", e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      chained.sendAndReceive(new Apdu(CTAP, CONTROL, END, 0, new byte[0]));
    } catch (IOException | ApduException | IllegalArgumentException e) {
      // the key is gone, or has no such command: there is no session left to end
      log.debug("The card's session was not ended: {}", e.getMessage());
    }
  }
}
