package dev.touchstone.key.transport.card;

import dev.touchstone.key.transport.PcscCode;
import dev.touchstone.key.transport.WireError;
import java.util.Optional;
import javax.smartcardio.CardNotPresentException;
import org.jspecify.annotations.Nullable;

/** What the PC/SC service complains of, in groups. */
enum PcscError {
  CARD_GONE,
  CARD_RESET,
  READER_GONE,
  NO_READERS,
  IN_USE,
  SILENT,
  NO_SERVICE,
  NOT_PERMITTED,
  OTHER;

  /** The group of the code that an exception or one of its causes tells; empty if none does. */
  static Optional<PcscError> of(Throwable thrown) {
    for (@Nullable Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof CardNotPresentException) {
        return Optional.of(CARD_GONE);
      }
    }
    return PcscCode.in(thrown).map(PcscError::of);
  }

  static PcscError of(WireError.Pcsc error) {
    return PcscCode.of(error.value()).map(PcscError::of).orElse(OTHER);
  }

  private static PcscError of(PcscCode code) {
    return switch (code) {
      case SCARD_W_REMOVED_CARD,
          SCARD_E_NO_SMARTCARD,
          SCARD_W_UNPOWERED_CARD,
          SCARD_E_NOT_TRANSACTED,
          SCARD_F_COMM_ERROR,
          SCARD_E_COMM_DATA_LOST ->
          CARD_GONE;
      case SCARD_W_RESET_CARD -> CARD_RESET;
      case SCARD_E_READER_UNAVAILABLE, SCARD_E_UNKNOWN_READER -> READER_GONE;
      case SCARD_E_NO_READERS_AVAILABLE -> NO_READERS;
      case SCARD_E_SHARING_VIOLATION, SCARD_E_SERVER_TOO_BUSY -> IN_USE;
      case SCARD_E_TIMEOUT, SCARD_F_WAITED_TOO_LONG, SCARD_W_UNRESPONSIVE_CARD -> SILENT;
      case SCARD_E_NO_SERVICE,
          SCARD_E_SERVICE_STOPPED,
          SCARD_P_SHUTDOWN,
          SCARD_E_INVALID_HANDLE,
          WINDOWS_ERROR_INVALID_HANDLE ->
          NO_SERVICE;
      case SCARD_W_SECURITY_VIOLATION, SCARD_E_NO_ACCESS -> NOT_PERMITTED;
      case SCARD_F_INTERNAL_ERROR,
          SCARD_E_CANCELLED,
          SCARD_E_INVALID_PARAMETER,
          SCARD_E_INVALID_TARGET,
          SCARD_E_NO_MEMORY,
          SCARD_E_INSUFFICIENT_BUFFER,
          SCARD_E_UNKNOWN_CARD,
          SCARD_E_CANT_DISPOSE,
          SCARD_E_PROTO_MISMATCH,
          SCARD_E_NOT_READY,
          SCARD_E_INVALID_VALUE,
          SCARD_E_SYSTEM_CANCELLED,
          SCARD_F_UNKNOWN_ERROR,
          SCARD_E_INVALID_ATR,
          SCARD_E_PCI_TOO_SMALL,
          SCARD_E_READER_UNSUPPORTED,
          SCARD_E_DUPLICATE_READER,
          SCARD_E_CARD_UNSUPPORTED,
          SCARD_E_UNEXPECTED,
          SCARD_E_ICC_INSTALLATION,
          SCARD_E_ICC_CREATEORDER,
          SCARD_E_UNSUPPORTED_FEATURE,
          SCARD_E_DIR_NOT_FOUND,
          SCARD_E_FILE_NOT_FOUND,
          SCARD_E_NO_DIR,
          SCARD_E_NO_FILE,
          SCARD_E_WRITE_TOO_MANY,
          SCARD_E_BAD_SEEK,
          SCARD_E_INVALID_CHV,
          SCARD_E_UNKNOWN_RES_MNG,
          SCARD_E_NO_SUCH_CERTIFICATE,
          SCARD_E_CERTIFICATE_UNAVAILABLE,
          SCARD_E_NO_KEY_CONTAINER,
          SCARD_W_UNSUPPORTED_CARD,
          SCARD_W_WRONG_CHV,
          SCARD_W_CHV_BLOCKED,
          SCARD_W_EOF,
          SCARD_W_CANCELLED_BY_USER,
          SCARD_W_CARD_NOT_AUTHENTICATED,
          WINDOWS_ERROR_INVALID_PARAMETER ->
          OTHER;
    };
  }
}
