package dev.touchstone.key.transport.card;

import dev.touchstone.key.transport.PcscCode;
import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.TransportException;
import dev.touchstone.key.transport.TransportException.AccessDenied;
import dev.touchstone.key.transport.TransportException.DeviceBusy;
import dev.touchstone.key.transport.TransportException.DeviceGone;
import dev.touchstone.key.transport.TransportException.DeviceTimedOut;
import dev.touchstone.key.transport.TransportException.PacketGarbled;
import dev.touchstone.key.transport.WireError;

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
    PcscError group =
        cause instanceof IllegalStateException
            ? PcscError.CARD_GONE
            : PcscError.of(cause).orElse(PcscError.OTHER);
    WireError error =
        PcscCode.in(cause)
            .<WireError>map(told -> told)
            .orElse(group == PcscError.OTHER ? Symptom.NOT_THE_PROTOCOL : Symptom.UNPLUGGED);
    TransportException said = of(group, error, cause, reader);
    said.initCause(cause);
    return said;
  }

  static DeviceBusy busy(String reader) {
    return new DeviceBusy("The key in the reader " + reader + " is in use.");
  }

  static DeviceGone gone(String reader) {
    return new DeviceGone("The key was taken off the reader " + reader + ".");
  }

  private static TransportException of(
      PcscError group, WireError error, Exception cause, String reader) {
    return switch (group) {
      case CARD_GONE -> new DeviceGone("The key was taken off the reader " + reader + ".", error);
      case CARD_RESET ->
          new DeviceGone("Another program has reset the key in the reader " + reader + ".", error);
      case READER_GONE, NO_READERS ->
          new DeviceGone("The reader " + reader + " was unplugged.", error);
      case NO_SERVICE -> new DeviceGone("The PC/SC service has stopped.", error);
      case IN_USE -> new DeviceBusy("The key in the reader " + reader + " is in use.", error);
      case SILENT ->
          new DeviceTimedOut("The key in the reader " + reader + " does not answer.", error);
      case NOT_PERMITTED ->
          new AccessDenied(
              "The PC/SC service does not let this user use the reader " + reader + ".", error);
      case OTHER ->
          new PacketGarbled(
              "The reader %s or the card in it failed (%s).".formatted(reader, cause.getMessage()),
              error);
    };
  }
}
