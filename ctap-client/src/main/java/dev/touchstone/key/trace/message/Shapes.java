package dev.touchstone.key.trace.message;

import dev.touchstone.key.trace.message.Shape.Each;
import dev.touchstone.key.trace.message.Shape.Fields;

/** The members of the messages of CTAP 2.3 §6, under the names that the specification has. */
final class Shapes {

  private static final Fields RP = new Fields().open("id", "id").open("name", "name");

  private static final Fields USER =
      new Fields()
          .personal("id", "id")
          .personal("name", "name")
          .personal("displayName", "displayName");

  private static final Fields DESCRIPTOR = new Fields().open("id", "id").open("type", "type");

  /** CTAP 2.3 §12.5 and §12.7; a key's own outputs have the same members. */
  private static final Fields HMAC_SECRET =
      new Fields()
          .open(1, "keyAgreement")
          .covered(2, "saltEnc")
          .covered(3, "saltAuth")
          .open(4, "pinUvAuthProtocol");

  private static final Fields EXTENSION_INPUTS =
      new Fields()
          .in("hmac-secret", "hmac-secret", HMAC_SECRET)
          .in("hmac-secret-mc", "hmac-secret-mc", HMAC_SECRET)
          .covered("credBlob", "credBlob");

  static final Fields NOTHING = new Fields();

  static final Fields MAKE_CREDENTIAL =
      new Fields()
          .open(1, "clientDataHash")
          .in(2, "rp", RP)
          .in(3, "user", USER)
          .open(4, "pubKeyCredParams")
          .in(5, "excludeList", new Each(DESCRIPTOR))
          .in(6, "extensions", EXTENSION_INPUTS)
          .open(7, "options")
          .covered(8, "pinUvAuthParam")
          .open(9, "pinUvAuthProtocol")
          .open(10, "enterpriseAttestation")
          .open(11, "attestationFormatsPreference");

  static final Fields MAKE_CREDENTIAL_REPLY =
      new Fields()
          .open(1, "fmt")
          .in(2, "authData", Shape.AUTHENTICATOR_DATA)
          .open(3, "attStmt")
          .open(4, "epAtt")
          .covered(5, "largeBlobKey")
          .covered(6, "unsignedExtensionOutputs");

  static final Fields GET_ASSERTION =
      new Fields()
          .open(1, "rpId")
          .open(2, "clientDataHash")
          .in(3, "allowList", new Each(DESCRIPTOR))
          .in(4, "extensions", EXTENSION_INPUTS)
          .open(5, "options")
          .covered(6, "pinUvAuthParam")
          .open(7, "pinUvAuthProtocol")
          .open(8, "enterpriseAttestation")
          .open(9, "attestationFormatsPreference");

  static final Fields GET_ASSERTION_REPLY =
      new Fields()
          .in(1, "credential", DESCRIPTOR)
          .in(2, "authData", Shape.AUTHENTICATOR_DATA)
          .open(3, "signature")
          .in(4, "user", USER)
          .open(5, "numberOfCredentials")
          .open(6, "userSelected")
          .covered(7, "largeBlobKey")
          .covered(8, "unsignedExtensionOutputs")
          .open(9, "epAtt")
          .open(10, "attStmt");

  static final Fields GET_INFO_REPLY =
      new Fields()
          .open(0x01, "versions")
          .open(0x02, "extensions")
          .open(0x03, "aaguid")
          .open(0x04, "options")
          .open(0x05, "maxMsgSize")
          .open(0x06, "pinUvAuthProtocols")
          .open(0x07, "maxCredentialCountInList")
          .open(0x08, "maxCredentialIdLength")
          .open(0x09, "transports")
          .open(0x0A, "algorithms")
          .open(0x0B, "maxSerializedLargeBlobArray")
          .open(0x0C, "forcePINChange")
          .open(0x0D, "minPINLength")
          .open(0x0E, "firmwareVersion")
          .open(0x0F, "maxCredBlobLength")
          .open(0x10, "maxRPIDsForSetMinPINLength")
          .open(0x11, "preferredPlatformUvAttempts")
          .open(0x12, "uvModality")
          .open(0x13, "certifications")
          .open(0x14, "remainingDiscoverableCredentials")
          .open(0x15, "vendorPrototypeConfigCommands")
          .open(0x16, "attestationFormats")
          .open(0x17, "uvCountSinceLastPinEntry")
          .open(0x18, "longTouchForReset")
          .covered(0x19, "encIdentifier")
          .open(0x1A, "transportsForReset")
          .open(0x1B, "pinComplexityPolicy")
          .open(0x1C, "pinComplexityPolicyURL")
          .open(0x1D, "maxPINLength")
          .covered(0x1E, "encCredStoreState")
          .open(0x1F, "authenticatorConfigCommands");

  static final Fields CLIENT_PIN =
      new Fields()
          .open(1, "pinUvAuthProtocol")
          .open(2, "subCommand")
          .open(3, "keyAgreement")
          .covered(4, "pinUvAuthParam")
          .covered(5, "newPinEnc")
          .covered(6, "pinHashEnc")
          .open(9, "permissions")
          .open(10, "rpId");

  static final Fields CLIENT_PIN_REPLY =
      new Fields()
          .open(1, "keyAgreement")
          .covered(2, "pinUvAuthToken")
          .open(3, "pinRetries")
          .open(4, "powerCycleState")
          .open(5, "uvRetries");

  static final Fields BIO_ENROLLMENT =
      new Fields()
          .open(1, "modality")
          .open(2, "subCommand")
          .in(
              3,
              "subCommandParams",
              new Fields()
                  .open(1, "templateId")
                  .personal(2, "templateFriendlyName")
                  .open(3, "timeoutMilliseconds"))
          .open(4, "pinUvAuthProtocol")
          .covered(5, "pinUvAuthParam")
          .open(6, "getModality");

  static final Fields BIO_ENROLLMENT_REPLY =
      new Fields()
          .open(1, "modality")
          .open(2, "fingerprintKind")
          .open(3, "maxCaptureSamplesRequiredForEnroll")
          .open(4, "templateId")
          .open(5, "lastEnrollSampleStatus")
          .open(6, "remainingSamples")
          .in(
              7,
              "templateInfos",
              new Each(new Fields().open(1, "templateId").personal(2, "templateFriendlyName")))
          .open(8, "maxTemplateFriendlyName");

  static final Fields CREDENTIAL_MANAGEMENT =
      new Fields()
          .open(1, "subCommand")
          .in(
              2,
              "subCommandParams",
              new Fields()
                  .open(1, "rpIDHash")
                  .in(2, "credentialID", DESCRIPTOR)
                  .in(3, "user", USER))
          .open(3, "pinUvAuthProtocol")
          .covered(4, "pinUvAuthParam");

  static final Fields CREDENTIAL_MANAGEMENT_REPLY =
      new Fields()
          .open(1, "existingResidentCredentialsCount")
          .open(2, "maxPossibleRemainingResidentCredentialsCount")
          .in(3, "rp", RP)
          .open(4, "rpIDHash")
          .open(5, "totalRPs")
          .in(6, "user", USER)
          .in(7, "credentialID", DESCRIPTOR)
          .open(8, "publicKey")
          .open(9, "totalCredentials")
          .open(10, "credProtect")
          .covered(11, "largeBlobKey")
          .open(12, "thirdPartyPayment");

  static final Fields LARGE_BLOBS =
      new Fields()
          .open(1, "get")
          .covered(2, "set")
          .open(3, "offset")
          .open(4, "length")
          .covered(5, "pinUvAuthParam")
          .open(6, "pinUvAuthProtocol");

  static final Fields LARGE_BLOBS_REPLY = new Fields().covered(1, "config");

  static final Fields CONFIG =
      new Fields()
          .open(1, "subCommand")
          .in(
              2,
              "subCommandParams",
              new Fields()
                  .open(1, "newMinPINLength")
                  .open(2, "minPinLengthRPIDs")
                  .open(3, "forceChangePin")
                  .open(4, "pinComplexityPolicy"))
          .open(3, "pinUvAuthProtocol")
          .covered(4, "pinUvAuthParam");

  private Shapes() {}
}
