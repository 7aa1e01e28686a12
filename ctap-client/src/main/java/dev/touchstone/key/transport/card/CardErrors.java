package dev.touchstone.key.transport.card;

import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.AccessDenied;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.TransportException.PacketGarbled;

/** What goes wrong with a card, as exceptions of every transport. */
final class CardErrors {

  private CardErrors() {}

  /**
   * Says it to a person.
   *
   * @param cause of {@code javax.smartcardio}
   * @param reader its name
   */
  static TransportException of(Exception cause, String reader) {
    TransportException said =
        cause instanceof IllegalStateException
            ? gone(reader)
            : of(PcscError.of(cause).orElse(PcscError.OTHER), cause, reader);
    said.initCause(cause);
    return said;
  }

  static DeviceBusy busy(String reader) {
    return new DeviceBusy("The key in the reader " + reader + " is in use. Try again.");
  }

  static DeviceGone gone(String reader) {
    return new DeviceGone("The key was taken off the reader " + reader + ".");
  }

  private static TransportException of(PcscError error, Exception cause, String reader) {
    return switch (error) {
      case CARD_GONE -> gone(reader);
      case CARD_RESET ->
          new DeviceGone("Another program has reset the key in the reader " + reader + ".");
      case READER_GONE, NO_READERS -> new DeviceGone("The reader " + reader + " was unplugged.");
      case NO_SERVICE -> new DeviceGone("The PC/SC service has stopped.");
      case IN_USE -> busy(reader);
      case SILENT -> new DeviceTimedOut("The key in the reader " + reader + " does not answer.");
      case NOT_PERMITTED ->
          new AccessDenied(
              "The PC/SC service does not let this user use the reader " + reader + ".");
      case OTHER ->
          new PacketGarbled(
              "The reader %s or the card in it failed (%s).".formatted(reader, cause.getMessage()));
    };
  }
}
