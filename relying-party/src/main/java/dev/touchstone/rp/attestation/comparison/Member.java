package dev.touchstone.rp.attestation.comparison;

import java.util.Arrays;
import java.util.Optional;

/** The members of authenticatorGetInfo (CTAP 2.3 §6.4), how they compare, and why it matters. */
enum Member {
  VERSIONS(0x01, "versions", Kind.SET, "Clients speak to a key by the versions that it tells."),
  EXTENSIONS(0x02, "extensions", Kind.SET, "An extension that is missing is silently not done."),
  AAGUID(
      0x03,
      "aaguid",
      Kind.EXACT,
      "Certification and status reports are looked up by it: another one is another model."),
  OPTIONS(0x04, "options", Kind.OPTIONS, "What the key can do, and how it is set up now."),
  MAX_MSG_SIZE(
      0x05, "maxMsgSize", Kind.EXACT, "Longer messages are refused; lists are cut to fit."),
  PIN_UV_AUTH_PROTOCOLS(
      0x06,
      "pinUvAuthProtocols",
      Kind.ORDER,
      "The first one is the key's choice for protecting the PIN on the wire."),
  MAX_CREDENTIAL_COUNT_IN_LIST(
      0x07,
      "maxCredentialCountInList",
      Kind.EXACT,
      "How many credentials an allow list may name at once."),
  MAX_CREDENTIAL_ID_LENGTH(
      0x08,
      "maxCredentialIdLength",
      Kind.EXACT,
      "Longer ids are left out of allow lists: a key of another vendor made them."),
  TRANSPORTS(0x09, "transports", Kind.SET, "Where people can use the key."),
  ALGORITHMS(
      0x0a,
      "algorithms",
      Kind.ORDER,
      "What the credentials can be; a relying party that offers none of them gets none."),
  MAX_SERIALIZED_LARGE_BLOB_ARRAY(
      0x0b, "maxSerializedLargeBlobArray", Kind.EXACT, "How much room large blobs have."),
  FORCE_PIN_CHANGE(0x0c, "forcePINChange", Kind.STATE, "It is set by an administrator."),
  MIN_PIN_LENGTH(
      0x0d, "minPINLength", Kind.STATE, "An administrator may raise it, and never lower it."),
  FIRMWARE_VERSION(
      0x0e,
      "firmwareVersion",
      Kind.AT_LEAST,
      "The statement describes this firmware and later ones; an older one may lack what was"
          + " mended."),
  MAX_CRED_BLOB_LENGTH(0x0f, "maxCredBlobLength", Kind.EXACT, "How much a credBlob can hold."),
  MAX_RP_IDS_FOR_SET_MIN_PIN_LENGTH(
      0x10,
      "maxRPIDsForSetMinPINLength",
      Kind.EXACT,
      "How many relying parties can be told the minimum PIN length."),
  PREFERRED_PLATFORM_UV_ATTEMPTS(
      0x11,
      "preferredPlatformUvAttempts",
      Kind.EXACT,
      "How often clients try the fingerprint before they ask for the PIN."),
  UV_MODALITY(0x12, "uvModality", Kind.EXACT, "By what the key itself recognises the person."),
  CERTIFICATIONS(
      0x13,
      "certifications",
      Kind.MAP,
      "The key claims these levels; only the metadata's status reports prove them."),
  REMAINING_DISCOVERABLE_CREDENTIALS(
      0x14, "remainingDiscoverableCredentials", Kind.STATE, "It falls with every credential."),
  VENDOR_PROTOTYPE_CONFIG_COMMANDS(
      0x15, "vendorPrototypeConfigCommands", Kind.SET, "What the vendor's own tools can set."),
  ATTESTATION_FORMATS(
      0x16,
      "attestationFormats",
      Kind.ORDER,
      "A relying party has to verify the statements of one of these formats."),
  UV_COUNT_SINCE_LAST_PIN_ENTRY(
      0x17, "uvCountSinceLastPinEntry", Kind.STATE, "It counts what the person does."),
  LONG_TOUCH_FOR_RESET(0x18, "longTouchForReset", Kind.STATE, "An administrator may have set it."),
  ENC_IDENTIFIER(0x19, "encIdentifier", Kind.STATE, "It differs from key to key, and each time."),
  TRANSPORTS_FOR_RESET(
      0x1a, "transportsForReset", Kind.SET, "Over which wires the key can be reset."),
  PIN_COMPLEXITY_POLICY(
      0x1b, "pinComplexityPolicy", Kind.STATE, "An administrator may have set it."),
  PIN_COMPLEXITY_POLICY_URL(
      0x1c, "pinComplexityPolicyURL", Kind.STATE, "An administrator may have set it."),
  MAX_PIN_LENGTH(0x1d, "maxPINLength", Kind.EXACT, "Longer PINs are refused."),
  ENC_CRED_STORE_STATE(
      0x1e, "encCredStoreState", Kind.STATE, "It changes with the credentials on the key."),
  AUTHENTICATOR_CONFIG_COMMANDS(
      0x1f, "authenticatorConfigCommands", Kind.SET, "What an administrator can set.");

  /** How two values of a member are compared. */
  enum Kind {
    EXACT,
    /** Lists in which the order means nothing. */
    SET,
    /** Lists in which the first is preferred. */
    ORDER,
    MAP,
    /** Some of its entries tell how the key is set up. */
    OPTIONS,
    /** Numbers of which the key's may be higher. */
    AT_LEAST,
    /** It tells how one key is set up, which no statement about a model can. */
    STATE
  }

  private final int number;
  private final String word;
  private final Kind kind;
  private final String why;

  Member(int number, String word, Kind kind, String why) {
    this.number = number;
    this.word = word;
    this.kind = kind;
    this.why = why;
  }

  /** Its name in the specifications. */
  String word() {
    return word;
  }

  Kind kind() {
    return kind;
  }

  /** Why it matters, a sentence. */
  String why() {
    return why;
  }

  static Optional<Member> numbered(int number) {
    return Arrays.stream(values()).filter(it -> it.number == number).findFirst();
  }

  static Optional<Member> named(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }
}
