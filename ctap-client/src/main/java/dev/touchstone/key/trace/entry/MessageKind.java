package dev.touchstone.key.trace.entry;

/** What sort of message some packets carry. The numbers are those of the file format. */
public enum MessageKind {
  /** An authenticator command or its reply, CTAP 2.3 §8; CTAPHID_CBOR or NFCCTAP_MSG. */
  CTAP2(1, "CTAP2"),
  /** A CTAP1/U2F message; CTAPHID_MSG or a plain APDU. */
  U2F(2, "U2F"),
  /** CTAP 2.3 §11.2.9.1.3. */
  INIT(3, "CTAPHID_INIT"),
  PING(4, "CTAPHID_PING"),
  WINK(5, "CTAPHID_WINK"),
  LOCK(6, "CTAPHID_LOCK"),
  CANCEL(7, "CTAPHID_CANCEL"),
  ERROR(8, "CTAPHID_ERROR"),
  /** CTAPHID_KEEPALIVE, or the status word 9100 of a card. */
  KEEPALIVE(9, "keep-alive"),
  /** Selects the FIDO applet of a card. */
  SELECT(10, "SELECT"),
  /** Asks a card how it is getting on: NFCCTAP_GETRESPONSE. */
  POLL(11, "NFCCTAP_GETRESPONSE"),
  /** NFCCTAP_CONTROL. */
  CONTROL(12, "NFCCTAP_CONTROL"),
  /** Nothing that the specification knows. */
  OTHER(13, "unknown message");

  private static final MessageKind[] BY_CODE = new MessageKind[values().length + 1];

  static {
    for (MessageKind kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  private final int code;
  private final String title;

  MessageKind(int code, String title) {
    this.code = code;
    this.title = title;
  }

  /**
   * The kind under a number; {@link #OTHER} for one of a later version.
   *
   * @param code as {@link #code}
   */
  public static MessageKind of(int code) {
    return code > 0 && code < BY_CODE.length ? BY_CODE[code] : OTHER;
  }

  /** Its number in files. */
  public int code() {
    return code;
  }

  public String title() {
    return title;
  }
}
