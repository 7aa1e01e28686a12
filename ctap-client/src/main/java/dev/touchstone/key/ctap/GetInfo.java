package dev.touchstone.key.ctap;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** CTAP 2.3 §6.4 authenticatorGetInfo: what the key can do. */
public record GetInfo() implements CtapCommand<GetInfo.Reply> {

  /** The version string of a key that speaks U2F. */
  public static final String U2F_V2 = "U2F_V2";

  /**
   * What a key tells of itself, in the order of the specification. For a key that speaks U2F only,
   * it is made up from what every such key can do.
   *
   * @param versions such as {@code FIDO_2_1} and {@code U2F_V2}
   * @param extensions extension identifiers
   * @param aaguid the model; all zero for a U2F key
   * @param maxMsgSize in bytes
   * @param pinUvAuthProtocols in the key's order of preference
   * @param maxCredentialCountInList how many credentials an allow or exclude list may have
   * @param maxCredentialIdLength in bytes
   * @param transports as in WebAuthn, such as {@code usb}; may be empty
   * @param algorithms COSE algorithm numbers in the key's order of preference; empty if not told
   * @param maxSerializedLargeBlobArray in bytes; 0 without large blobs
   * @param forcePinChange whether the PIN has to be changed before it is taken again
   * @param minPinLength in Unicode code points
   * @param firmwareVersion as the vendor counts
   * @param maxCredBlobLength in bytes; 0 without the extension
   * @param maxRpIdsForSetMinPinLength 0 if not told
   * @param preferredPlatformUvAttempts how often the key's own user verification is tried before
   *     the PIN
   * @param certifications name of a certification to its level
   * @param remainingDiscoverableCredentials an estimate of what still fits
   * @param attestationFormats in the key's order of preference; empty if not told
   * @param maxPinLength in Unicode code points
   */
  public record Reply(
      List<String> versions,
      List<String> extensions,
      UUID aaguid,
      KeyOptions options,
      int maxMsgSize,
      List<Integer> pinUvAuthProtocols,
      OptionalInt maxCredentialCountInList,
      OptionalInt maxCredentialIdLength,
      List<String> transports,
      List<Integer> algorithms,
      int maxSerializedLargeBlobArray,
      boolean forcePinChange,
      int minPinLength,
      OptionalLong firmwareVersion,
      int maxCredBlobLength,
      int maxRpIdsForSetMinPinLength,
      OptionalInt preferredPlatformUvAttempts,
      Map<String, Long> certifications,
      OptionalInt remainingDiscoverableCredentials,
      List<String> attestationFormats,
      int maxPinLength) {

    /** Whether the key knows U2F alone: no PIN, no discoverable credentials, no extensions. */
    public boolean isU2fOnly() {
      return versions.equals(List.of(U2F_V2));
    }

    public boolean supportsExtension(String identifier) {
      return extensions.contains(identifier);
    }
  }
}
