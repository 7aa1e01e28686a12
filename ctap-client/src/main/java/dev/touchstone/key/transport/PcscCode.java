package dev.touchstone.key.transport;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The return codes of PC/SC by the names that Windows and pcsc-lite give them. The two agree but
 * for 0x8010001f, which pcsc-lite calls SCARD_E_UNSUPPORTED_FEATURE.
 */
public enum PcscCode {
  SCARD_F_INTERNAL_ERROR(0x80100001),
  SCARD_E_CANCELLED(0x80100002),
  SCARD_E_INVALID_HANDLE(0x80100003),
  SCARD_E_INVALID_PARAMETER(0x80100004),
  SCARD_E_INVALID_TARGET(0x80100005),
  SCARD_E_NO_MEMORY(0x80100006),
  SCARD_F_WAITED_TOO_LONG(0x80100007),
  SCARD_E_INSUFFICIENT_BUFFER(0x80100008),
  SCARD_E_UNKNOWN_READER(0x80100009),
  SCARD_E_TIMEOUT(0x8010000A),
  SCARD_E_SHARING_VIOLATION(0x8010000B),
  SCARD_E_NO_SMARTCARD(0x8010000C),
  SCARD_E_UNKNOWN_CARD(0x8010000D),
  SCARD_E_CANT_DISPOSE(0x8010000E),
  SCARD_E_PROTO_MISMATCH(0x8010000F),
  SCARD_E_NOT_READY(0x80100010),
  SCARD_E_INVALID_VALUE(0x80100011),
  SCARD_E_SYSTEM_CANCELLED(0x80100012),
  SCARD_F_COMM_ERROR(0x80100013),
  SCARD_F_UNKNOWN_ERROR(0x80100014),
  SCARD_E_INVALID_ATR(0x80100015),
  SCARD_E_NOT_TRANSACTED(0x80100016),
  SCARD_E_READER_UNAVAILABLE(0x80100017),
  SCARD_P_SHUTDOWN(0x80100018),
  SCARD_E_PCI_TOO_SMALL(0x80100019),
  SCARD_E_READER_UNSUPPORTED(0x8010001A),
  SCARD_E_DUPLICATE_READER(0x8010001B),
  SCARD_E_CARD_UNSUPPORTED(0x8010001C),
  SCARD_E_NO_SERVICE(0x8010001D),
  SCARD_E_SERVICE_STOPPED(0x8010001E),
  SCARD_E_UNEXPECTED(0x8010001F),
  SCARD_E_ICC_INSTALLATION(0x80100020),
  SCARD_E_ICC_CREATEORDER(0x80100021),
  SCARD_E_UNSUPPORTED_FEATURE(0x80100022),
  SCARD_E_DIR_NOT_FOUND(0x80100023),
  SCARD_E_FILE_NOT_FOUND(0x80100024),
  SCARD_E_NO_DIR(0x80100025),
  SCARD_E_NO_FILE(0x80100026),
  SCARD_E_NO_ACCESS(0x80100027),
  SCARD_E_WRITE_TOO_MANY(0x80100028),
  SCARD_E_BAD_SEEK(0x80100029),
  SCARD_E_INVALID_CHV(0x8010002A),
  SCARD_E_UNKNOWN_RES_MNG(0x8010002B),
  SCARD_E_NO_SUCH_CERTIFICATE(0x8010002C),
  SCARD_E_CERTIFICATE_UNAVAILABLE(0x8010002D),
  SCARD_E_NO_READERS_AVAILABLE(0x8010002E),
  SCARD_E_COMM_DATA_LOST(0x8010002F),
  SCARD_E_NO_KEY_CONTAINER(0x80100030),
  SCARD_E_SERVER_TOO_BUSY(0x80100031),
  SCARD_W_UNSUPPORTED_CARD(0x80100065),
  SCARD_W_UNRESPONSIVE_CARD(0x80100066),
  SCARD_W_UNPOWERED_CARD(0x80100067),
  SCARD_W_RESET_CARD(0x80100068),
  SCARD_W_REMOVED_CARD(0x80100069),
  SCARD_W_SECURITY_VIOLATION(0x8010006A),
  SCARD_W_WRONG_CHV(0x8010006B),
  SCARD_W_CHV_BLOCKED(0x8010006C),
  SCARD_W_EOF(0x8010006D),
  SCARD_W_CANCELLED_BY_USER(0x8010006E),
  SCARD_W_CARD_NOT_AUTHENTICATED(0x8010006F),
  /** What Windows says of a context that is no longer valid; not a code of PC/SC. */
  WINDOWS_ERROR_INVALID_HANDLE(6),
  /** The same for a parameter. */
  WINDOWS_ERROR_INVALID_PARAMETER(87);

  /** What the JDK calls 0x8010006a, by the name that pcsc-lite gave it until 2007. */
  private static final String INSERTED_CARD = "SCARD_W_INSERTED_CARD";

  /** How the JDK begins to tell of a code whose name it does not know; in hexadecimal. */
  private static final String UNKNOWN = "Unknown error 0x";

  private final int value;

  PcscCode(int value) {
    this.value = value;
  }

  public int value() {
    return value;
  }

  /** The name of this code, if it has one. */
  public static Optional<PcscCode> of(int value) {
    return Arrays.stream(values()).filter(code -> code.value == value).findFirst();
  }

  /** The code of this name, if there is one. */
  public static Optional<PcscCode> named(@Nullable String name) {
    return INSERTED_CARD.equals(name)
        ? Optional.of(SCARD_W_SECURITY_VIOLATION)
        : Arrays.stream(values()).filter(code -> code.name().equals(name)).findFirst();
  }

  /**
   * The raw code that an exception of {@code javax.smartcardio}, or a cause of it, tells of: by its
   * name, as the message of a cause whose class the JDK hides.
   */
  public static Optional<WireError.Pcsc> in(Throwable thrown) {
    for (@Nullable Throwable e = thrown; e != null; e = e.getCause()) {
      Optional<WireError.Pcsc> told = told(e.getMessage());
      if (told.isPresent()) {
        return told;
      }
    }
    return Optional.empty();
  }

  private static Optional<WireError.Pcsc> told(@Nullable String message) {
    if (message != null && message.startsWith(UNKNOWN)) {
      try {
        return Optional.of(
            new WireError.Pcsc(Integer.parseUnsignedInt(message.substring(UNKNOWN.length()), 16)));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    return named(message).map(code -> new WireError.Pcsc(code.value));
  }
}
