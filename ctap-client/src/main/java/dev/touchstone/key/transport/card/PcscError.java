package dev.touchstone.key.transport.card;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import javax.smartcardio.CardNotPresentException;
import org.jspecify.annotations.Nullable;

/**
 * What the PC/SC service complains of, in groups. The JDK tells it by the name of the code, as the
 * message of a cause whose class it hides.
 */
enum PcscError {
  CARD_GONE(
      "SCARD_W_REMOVED_CARD",
      "SCARD_E_NO_SMARTCARD",
      "SCARD_W_UNPOWERED_CARD",
      "SCARD_E_NOT_TRANSACTED",
      "SCARD_F_COMM_ERROR",
      // SCARD_E_COMM_DATA_LOST, which the JDK does not know by name
      "Unknown error 0x8010002f"),
  CARD_RESET("SCARD_W_RESET_CARD"),
  READER_GONE("SCARD_E_READER_UNAVAILABLE", "SCARD_E_UNKNOWN_READER"),
  NO_READERS("SCARD_E_NO_READERS_AVAILABLE"),
  IN_USE("SCARD_E_SHARING_VIOLATION"),
  SILENT("SCARD_E_TIMEOUT", "SCARD_F_WAITED_TOO_LONG", "SCARD_W_UNRESPONSIVE_CARD"),
  NO_SERVICE(
      "SCARD_E_NO_SERVICE",
      "SCARD_E_SERVICE_STOPPED",
      "SCARD_E_INVALID_HANDLE",
      "WINDOWS_ERROR_INVALID_HANDLE"),
  /** SCARD_W_SECURITY_VIOLATION, which the JDK does not know by name. */
  NOT_PERMITTED("Unknown error 0x8010006a"),
  OTHER;

  private final ImmutableSet<String> names;

  PcscError(String... names) {
    this.names = ImmutableSet.copyOf(names);
  }

  /** The group of the code that an exception or one of its causes tells; empty if none does. */
  static Optional<PcscError> of(Throwable thrown) {
    for (@Nullable Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof CardNotPresentException) {
        return Optional.of(CARD_GONE);
      }
      for (PcscError error : values()) {
        if (e.getMessage() != null && error.names.contains(e.getMessage())) {
          return Optional.of(error);
        }
      }
    }
    return Optional.empty();
  }
}
