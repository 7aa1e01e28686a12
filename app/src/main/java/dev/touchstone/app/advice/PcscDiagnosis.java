package dev.touchstone.app.advice;

import dev.touchstone.key.transport.PcscCode;
import dev.touchstone.key.transport.WireError;

/** The return codes of the PC/SC service. */
final class PcscDiagnosis {

  private static final String SECTION = "PC/SC, ";

  private PcscDiagnosis() {}

  static WireDiagnosis of(WireError.Pcsc error) {
    return PcscCode.of(error.value())
        .map(PcscDiagnosis::of)
        .orElseGet(() ->
            new WireDiagnosis(unlisted(error), Cause.UNFIT_READER, "", SECTION + error.code()));
  }

  private static String unlisted(WireError.Pcsc error) {
    boolean ours = error.value() >>> 16 == 0x8010;
    return "The PC/SC service reports the error %s, %s."
        .formatted(
            error.code(),
            ours
                ? "which lies in the range 0x80100001 to 0x801000ff of PC/SC and has no name"
                : "which is none of PC/SC, whose range is 0x80100001 to 0x801000ff");
  }

  private static WireDiagnosis of(PcscCode code) {
    return switch (code) {
      case SCARD_W_REMOVED_CARD, SCARD_E_NO_SMARTCARD ->
          said(code, "There is no card in the reader.", Cause.CARD_GONE);
      case SCARD_W_UNPOWERED_CARD -> said(code, "The card has no power.", Cause.CARD_GONE);
      case SCARD_E_NOT_TRANSACTED, SCARD_F_COMM_ERROR, SCARD_E_COMM_DATA_LOST ->
          said(code, "The talk with the card broke off.", Cause.CARD_GONE);
      case SCARD_W_RESET_CARD ->
          said(code, "Another program has reset the card.", Cause.CARD_RESET);
      case SCARD_E_READER_UNAVAILABLE, SCARD_E_UNKNOWN_READER ->
          said(code, "The reader was unplugged.", Cause.READER_GONE);
      case SCARD_E_NO_READERS_AVAILABLE -> said(code, "There is no reader.", Cause.READER_GONE);
      case SCARD_E_SHARING_VIOLATION -> said(code, "Another program uses the card.", Cause.IN_USE);
      case SCARD_E_SERVER_TOO_BUSY ->
          said(code, "The PC/SC service has too much to do.", Cause.IN_USE);
      case SCARD_E_TIMEOUT, SCARD_F_WAITED_TOO_LONG, SCARD_W_UNRESPONSIVE_CARD ->
          said(code, "The card does not answer.", Cause.CARD_GONE);
      case SCARD_E_NO_SERVICE,
          SCARD_E_SERVICE_STOPPED,
          SCARD_P_SHUTDOWN,
          SCARD_E_INVALID_HANDLE,
          WINDOWS_ERROR_INVALID_HANDLE ->
          said(code, "The PC/SC service does not run, or was started anew.", Cause.NO_SERVICE);
      case SCARD_W_SECURITY_VIOLATION, SCARD_E_NO_ACCESS ->
          said(code, "The PC/SC service does not admit this user.", Cause.CARD_NOT_PERMITTED);
      case SCARD_E_PROTO_MISMATCH,
          SCARD_E_UNKNOWN_CARD,
          SCARD_E_INVALID_ATR,
          SCARD_E_CARD_UNSUPPORTED,
          SCARD_W_UNSUPPORTED_CARD ->
          said(code, "The reader does not get along with this card.", Cause.UNFIT_READER);
      case SCARD_E_READER_UNSUPPORTED,
          SCARD_E_UNSUPPORTED_FEATURE,
          SCARD_E_PCI_TOO_SMALL,
          SCARD_E_INSUFFICIENT_BUFFER,
          SCARD_E_DUPLICATE_READER ->
          said(code, "The reader or its driver cannot do this.", Cause.UNFIT_READER);
      case SCARD_E_NOT_READY -> said(code, "The reader is not ready yet.", Cause.READER_GONE);
      case SCARD_E_CANCELLED, SCARD_E_SYSTEM_CANCELLED, SCARD_W_CANCELLED_BY_USER ->
          said(code, "It was cancelled.", Cause.CANCELLED);
      case SCARD_E_NO_MEMORY ->
          said(code, "The PC/SC service has no memory left.", Cause.OUT_OF_RESOURCES);
      case SCARD_E_INVALID_CHV,
          SCARD_W_WRONG_CHV,
          SCARD_W_CHV_BLOCKED,
          SCARD_W_CARD_NOT_AUTHENTICATED ->
          said(
              code,
              "The card's driver speaks of the PIN of another application, not of that of FIDO.",
              Cause.LOCKED);
      case SCARD_E_ICC_INSTALLATION,
          SCARD_E_ICC_CREATEORDER,
          SCARD_E_DIR_NOT_FOUND,
          SCARD_E_FILE_NOT_FOUND,
          SCARD_E_NO_DIR,
          SCARD_E_NO_FILE,
          SCARD_E_WRITE_TOO_MANY,
          SCARD_E_BAD_SEEK,
          SCARD_E_NO_SUCH_CERTIFICATE,
          SCARD_E_CERTIFICATE_UNAVAILABLE,
          SCARD_E_NO_KEY_CONTAINER,
          SCARD_W_EOF ->
          said(
              code,
              "The card's driver speaks of files and certificates, which a FIDO application has not.",
              Cause.NO_APPLET);
      case SCARD_F_INTERNAL_ERROR,
          SCARD_F_UNKNOWN_ERROR,
          SCARD_E_UNKNOWN_RES_MNG,
          SCARD_E_UNEXPECTED,
          SCARD_E_CANT_DISPOSE ->
          said(code, "The PC/SC service failed by itself.", Cause.NO_SERVICE);
      case SCARD_E_INVALID_PARAMETER,
          SCARD_E_INVALID_TARGET,
          SCARD_E_INVALID_VALUE,
          WINDOWS_ERROR_INVALID_PARAMETER ->
          said(code, "The PC/SC service does not accept what it was asked.", Cause.UNFIT_READER);
    };
  }

  private static WireDiagnosis said(PcscCode code, String happened, Cause cause) {
    return new WireDiagnosis(
        happened,
        cause,
        code.name(),
        SECTION + new WireError.Pcsc(code.value()).code() + " " + code.name());
  }
}
