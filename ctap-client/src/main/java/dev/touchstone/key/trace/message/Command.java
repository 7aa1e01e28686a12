package dev.touchstone.key.trace.message;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The authenticator commands of CTAP 2.3 §6, with the bytes that drafts had for two of them. */
@SuppressWarnings("ImmutableEnumChecker") // shapes and lists are copies that nobody changes
public enum Command {
  MAKE_CREDENTIAL(0x01, "MakeCredential", Shapes.MAKE_CREDENTIAL, Shapes.MAKE_CREDENTIAL_REPLY),
  GET_ASSERTION(0x02, "GetAssertion", Shapes.GET_ASSERTION, Shapes.GET_ASSERTION_REPLY),
  GET_INFO(0x04, "GetInfo", Shapes.NOTHING, Shapes.GET_INFO_REPLY),
  CLIENT_PIN(
      0x06,
      "ClientPIN",
      Shapes.CLIENT_PIN,
      Shapes.CLIENT_PIN_REPLY,
      2,
      "getPINRetries",
      "getKeyAgreement",
      "setPIN",
      "changePIN",
      "getPinToken",
      "getPinUvAuthTokenUsingUvWithPermissions",
      "getUVRetries",
      "",
      "getPinUvAuthTokenUsingPinWithPermissions"),
  RESET(0x07, "Reset", Shapes.NOTHING, Shapes.NOTHING),
  GET_NEXT_ASSERTION(0x08, "GetNextAssertion", Shapes.NOTHING, Shapes.GET_ASSERTION_REPLY),
  BIO_ENROLLMENT(
      0x09,
      "BioEnrollment",
      Shapes.BIO_ENROLLMENT,
      Shapes.BIO_ENROLLMENT_REPLY,
      2,
      Subcommands.BIO_ENROLLMENT),
  CREDENTIAL_MANAGEMENT(
      0x0A,
      "CredentialManagement",
      Shapes.CREDENTIAL_MANAGEMENT,
      Shapes.CREDENTIAL_MANAGEMENT_REPLY,
      1,
      Subcommands.CREDENTIAL_MANAGEMENT),
  SELECTION(0x0B, "Selection", Shapes.NOTHING, Shapes.NOTHING),
  LARGE_BLOBS(0x0C, "LargeBlobs", Shapes.LARGE_BLOBS, Shapes.LARGE_BLOBS_REPLY),
  CONFIG(
      0x0D,
      "Config",
      Shapes.CONFIG,
      Shapes.NOTHING,
      1,
      "enableEnterpriseAttestation",
      "toggleAlwaysUv",
      "setMinPINLength",
      "enableLongTouchForReset"),
  BIO_ENROLLMENT_PREVIEW(
      0x40,
      "BioEnrollment (preview)",
      Shapes.BIO_ENROLLMENT,
      Shapes.BIO_ENROLLMENT_REPLY,
      2,
      Subcommands.BIO_ENROLLMENT),
  CREDENTIAL_MANAGEMENT_PREVIEW(
      0x41,
      "CredentialManagement (preview)",
      Shapes.CREDENTIAL_MANAGEMENT,
      Shapes.CREDENTIAL_MANAGEMENT_REPLY,
      1,
      Subcommands.CREDENTIAL_MANAGEMENT);

  private static final Command[] BY_CODE = new Command[0x42];

  static {
    for (Command command : values()) {
      BY_CODE[command.code] = command;
    }
  }

  private final int code;
  private final String title;
  private final Shape request;
  private final Shape reply;
  private final int subcommandMember;
  private final List<String> subcommands;

  Command(int code, String title, Shape request, Shape reply) {
    this(code, title, request, reply, 0);
  }

  Command(
      int code,
      String title,
      Shape request,
      Shape reply,
      int subcommandMember,
      String... subcommands) {
    this.code = code;
    this.title = "authenticator" + title;
    this.request = request;
    this.reply = reply;
    this.subcommandMember = subcommandMember;
    this.subcommands = List.of(subcommands);
  }

  private static final class Subcommands {
    static final String[] BIO_ENROLLMENT = {
      "enrollBegin",
      "enrollCaptureNextSample",
      "cancelCurrentEnrollment",
      "enumerateEnrollments",
      "setFriendlyName",
      "removeEnrollment",
      "getFingerprintSensorInfo"
    };
    static final String[] CREDENTIAL_MANAGEMENT = {
      "getCredsMetadata",
      "enumerateRPsBegin",
      "enumerateRPsGetNextRP",
      "enumerateCredentialsBegin",
      "enumerateCredentialsGetNextCredential",
      "deleteCredential",
      "updateUserInformation"
    };
  }

  /** The name of a command with its subcommand, whether or not the specification knows them. */
  public static String title(int code, int subcommand) {
    Command command = of(code);
    if (command == null) {
      return String.format(Locale.ROOT, "command 0x%02x", code);
    }
    return subcommand < 0 ? command.title : command.title + " " + command.subcommand(subcommand);
  }

  /** The command under this byte; null for one that the specification does not know. */
  public static @Nullable Command of(int code) {
    return code < 0 || code >= BY_CODE.length ? null : BY_CODE[code];
  }

  public int code() {
    return code;
  }

  /** Such as {@code authenticatorGetInfo}. */
  public String title() {
    return title;
  }

  /** Such as {@code getPINRetries}; a number that is not listed stays one. */
  public String subcommand(int number) {
    boolean known = number >= 1 && number <= subcommands.size();
    String name = known ? subcommands.get(number - 1) : "";
    return name.isEmpty() ? String.format(Locale.ROOT, "subcommand 0x%02x", number) : name;
  }

  /** The member of the request that holds the subcommand; 0 where there is none. */
  int subcommandMember() {
    return subcommandMember;
  }

  Shape shape(boolean toKey) {
    return toKey ? request : reply;
  }
}
