package dev.touchstone.key.trace.message;

import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.trace.cbor.CborItem;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.entry.Wire;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Entries in words: what they are, how they ended, and what is in them. */
public final class Words {

  private static final HexFormat HEX = HexFormat.of();

  private Words() {}

  /** What it is, such as {@code authenticatorClientPIN getPINRetries}. */
  public static String title(Entry entry) {
    return switch (entry) {
      case Entry.Connected _ -> "key opened";
      case Entry.Disconnected _ -> "key closed";
      case Entry.Message message -> title(message.facts());
      case Entry.Trouble _ -> "the wire failed";
      case Entry.Person person -> person.act().title();
      case Entry.Party party -> party.act().title();
      case Entry.Note _ -> "note";
    };
  }

  private static String title(MessageFacts facts) {
    return switch (facts.kind()) {
      case CTAP2 -> Command.title(facts.command(), facts.subcommand());
      case U2F ->
          switch (facts.command()) {
            case 1 -> "U2F_REGISTER";
            case 2 -> "U2F_AUTHENTICATE";
            case 3 -> "U2F_VERSION";
            default -> String.format(Locale.ROOT, "U2F message 0x%02x", facts.command() & 0xff);
          };
      case OTHER -> String.format(Locale.ROOT, "unknown message 0x%02x", facts.command() & 0xff);
      case INIT, PING, WINK, LOCK, CANCEL, ERROR, KEEPALIVE, SELECT, POLL, CONTROL ->
          facts.kind().title();
    };
  }

  /** How it ended, such as {@code CTAP2_ERR_PIN_INVALID}; empty where nothing ended. */
  public static String outcome(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> outcome(message.facts());
      case Entry.Party party ->
          switch (party.act()) {
            case REGISTRATION_OPTIONS, SIGN_IN_OPTIONS -> "";
            case REGISTRATION_JUDGED, SIGN_IN_JUDGED -> party.accepted() ? "accepted" : "refused";
          };
      case Entry.Connected _, Entry.Disconnected _, Entry.Trouble _, Entry.Person _, Entry.Note _ ->
          "";
    };
  }

  private static String outcome(MessageFacts facts) {
    if (!facts.complete()) {
      return "broken off";
    }
    int status = facts.status();
    if (status == MessageFacts.NONE) {
      return "";
    }
    return switch (facts.kind()) {
      case KEEPALIVE ->
          switch (status) {
            case 1 -> "processing";
            case 2 -> "touch needed";
            default -> String.format(Locale.ROOT, "status 0x%02x", status);
          };
      case ERROR -> hidError(status);
      case CTAP2 -> status > 0xff ? word(status) : ctapStatus(status);
      case U2F, SELECT, CONTROL, OTHER, POLL -> word(status);
      case INIT, PING, WINK, LOCK, CANCEL -> "";
    };
  }

  /** The specification's name of a status; a number that is not listed stays one. */
  public static String ctapStatus(int status) {
    if (status == 0) {
      return "CTAP2_OK";
    }
    CtapStatus known = CtapStatus.of(status);
    return known == CtapStatus.UNKNOWN
        ? String.format(Locale.ROOT, "status 0x%02x", status)
        : known.specificationName();
  }

  /** CTAP 2.3 §11.2.9.1.6. */
  private static String hidError(int code) {
    return switch (code) {
      case 0x01 -> "ERR_INVALID_CMD";
      case 0x02 -> "ERR_INVALID_PAR";
      case 0x03 -> "ERR_INVALID_LEN";
      case 0x04 -> "ERR_INVALID_SEQ";
      case 0x05 -> "ERR_MSG_TIMEOUT";
      case 0x06 -> "ERR_CHANNEL_BUSY";
      case 0x0A -> "ERR_LOCK_REQUIRED";
      case 0x0B -> "ERR_INVALID_CHANNEL";
      case 0x7F -> "ERR_OTHER";
      default -> String.format(Locale.ROOT, "error 0x%02x", code);
    };
  }

  private static String word(int statusWord) {
    String name =
        switch (statusWord) {
          case 0x9000 -> "SW_NO_ERROR";
          case 0x6985 -> "SW_CONDITIONS_NOT_SATISFIED";
          case 0x6A80 -> "SW_WRONG_DATA";
          case 0x6700 -> "SW_WRONG_LENGTH";
          case 0x6E00 -> "SW_CLA_NOT_SUPPORTED";
          case 0x6D00 -> "SW_INS_NOT_SUPPORTED";
          case 0x6A82 -> "SW_FILE_NOT_FOUND";
          case 0x6982 -> "SW_SECURITY_STATUS_NOT_SATISFIED";
          default -> "status word";
        };
    return String.format(Locale.ROOT, "%s (%04x)", name, statusWord);
  }

  /**
   * All that is in it, over several lines; empty where the title says it all.
   *
   * @param wire that carried it
   * @param names whether people are named
   */
  public static String detail(Entry entry, Wire wire, Names names) {
    return switch (entry) {
      case Entry.Connected(int _, long _, var device) ->
          "%s, %s"
              .formatted(
                  device.name(),
                  device.transport().name().toLowerCase(Locale.ROOT).replace('_', ' '));
      case Entry.Disconnected _ -> "";
      case Entry.Message message -> detail(message, wire, names);
      case Entry.Trouble trouble -> trouble.sentence();
      case Entry.Person person -> person.sentence();
      case Entry.Party party -> PartyWords.detail(party, names);
      case Entry.Note note -> note.sentence();
    };
  }

  private static String detail(Entry.Message message, Wire wire, Names names) {
    MessageFacts facts = message.facts();
    byte[] bytes = Pieces.join(wire, facts.toKey(), message.packets());
    if (facts.kind() == MessageKind.KEEPALIVE
        || facts.kind() == MessageKind.ERROR
        || bytes.length == 0) {
      return "";
    }
    if (facts.kind() != MessageKind.CTAP2) {
      return hex(bytes, message.masks());
    }
    CborItem content = Content.of(bytes);
    Command command = Command.of(facts.command());
    if (content == null || command == null || !facts.complete()) {
      return bytes.length == 1 ? "" : hex(bytes, message.masks());
    }
    return Diagnostic.of(bytes, content, message.masks(), command.shape(facts.toKey()), names);
  }

  private static String hex(byte[] bytes, List<Mask> masks) {
    String covered =
        masks.stream()
            .map(mask -> " /%d bytes masked: %s/".formatted(mask.length(), mask.name()))
            .collect(Collectors.joining());
    boolean all = masks.stream().mapToInt(Mask::length).sum() >= bytes.length - 1;
    return "h'" + (all ? "" : HEX.formatHex(bytes)) + "'" + covered;
  }
}
