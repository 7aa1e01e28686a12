package dev.touchstone.key.ctap;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** CTAP 2.3 §6.4 authenticatorGetInfo: what the key can do. */
public record GetInfo() implements CtapCommand<GetInfo.Reply> {

  /** The version string of a key that speaks U2F. */
  public static final String U2F_V2 = "U2F_V2";

  /**
   * What a key tells of itself, member by member. For a key that speaks U2F only, it is made up
   * from what every such key can do.
   *
   * @param versions such as {@code FIDO_2_1} and {@code U2F_V2}
   * @param extensions extension identifiers
   * @param aaguid the model; all zero for a U2F key
   * @param raw the same as it came
   */
  public record Reply(
      List<String> versions,
      List<String> extensions,
      UUID aaguid,
      KeyOptions options,
      Product product,
      Limits limits,
      PinPolicy pinPolicy,
      BuiltInVerification builtInVerification,
      Administration administration,
      Raw raw) {

    /** Whether the key knows U2F alone: no PIN, no discoverable credentials, no extensions. */
    public boolean isU2fOnly() {
      return versions.equals(List.of(U2F_V2));
    }

    public boolean supportsExtension(String identifier) {
      return extensions.contains(identifier);
    }

    public int maxMsgSize() {
      return limits.maxMsgSize();
    }

    public OptionalInt maxCredentialCountInList() {
      return limits.maxCredentialCountInList();
    }

    public OptionalInt maxCredentialIdLength() {
      return limits.maxCredentialIdLength();
    }

    public int maxSerializedLargeBlobArray() {
      return limits.maxSerializedLargeBlobArray();
    }

    public OptionalInt remainingDiscoverableCredentials() {
      return limits.remainingDiscoverableCredentials();
    }

    public List<Integer> pinUvAuthProtocols() {
      return pinPolicy.protocols();
    }

    public boolean forcePinChange() {
      return pinPolicy.forceChange();
    }

    public int minPinLength() {
      return pinPolicy.minLength();
    }

    public int maxPinLength() {
      return pinPolicy.maxLength();
    }

    public OptionalInt preferredPlatformUvAttempts() {
      return builtInVerification.preferredPlatformUvAttempts();
    }

    public List<String> transports() {
      return product.transports();
    }

    public List<Integer> algorithms() {
      return product.algorithms();
    }
  }

  /**
   * What the model is.
   *
   * @param transports 0x09, as in WebAuthn, such as {@code usb}; may be empty
   * @param algorithms 0x0A, COSE numbers in the key's order of preference; empty if not told
   * @param firmwareVersion 0x0E, as the vendor counts
   * @param certifications 0x13, name of a certification to its level
   * @param attestationFormats 0x16, in the key's order of preference; empty if not told
   * @param encIdentifier 0x19, which key this is, for holders of a persistent token alone
   */
  public record Product(
      List<String> transports,
      List<Integer> algorithms,
      OptionalLong firmwareVersion,
      Map<String, Long> certifications,
      List<String> attestationFormats,
      Optional<Bytes> encIdentifier) {}

  /**
   * How much the key takes and holds.
   *
   * @param maxMsgSize 0x05, in bytes
   * @param maxCredentialCountInList 0x07, credentials in an allow or exclude list
   * @param maxCredentialIdLength 0x08, in bytes
   * @param maxSerializedLargeBlobArray 0x0B, in bytes; 0 without large blobs
   * @param maxCredBlobLength 0x0F, in bytes; 0 without the extension
   * @param remainingDiscoverableCredentials 0x14, an estimate of what still fits
   * @param encCredStoreState 0x1E, whether credentials changed, for holders of a persistent token
   */
  public record Limits(
      int maxMsgSize,
      OptionalInt maxCredentialCountInList,
      OptionalInt maxCredentialIdLength,
      int maxSerializedLargeBlobArray,
      int maxCredBlobLength,
      OptionalInt remainingDiscoverableCredentials,
      Optional<Bytes> encCredStoreState) {}

  /**
   * What a PIN has to be like.
   *
   * @param protocols 0x06, in the key's order of preference
   * @param forceChange 0x0C, whether the PIN has to be changed before it is taken again
   * @param minLength 0x0D, in Unicode code points
   * @param maxRpIds 0x10, how many relying parties may be told the minimum; 0 if not told
   * @param complexity 0x1B, whether the key refuses PINs that are easy to guess
   * @param complexityUrl 0x1C, where that is explained
   * @param maxLength 0x1D, in Unicode code points
   */
  public record PinPolicy(
      List<Integer> protocols,
      boolean forceChange,
      int minLength,
      int maxRpIds,
      Optional<Boolean> complexity,
      Optional<String> complexityUrl,
      int maxLength) {}

  /**
   * How the key verifies the person by itself.
   *
   * @param preferredPlatformUvAttempts 0x11, how often that is tried before the PIN
   * @param modality 0x12, bits of the FIDO Registry of Predefined Values §3.1
   * @param countSinceLastPinEntry 0x17, how often it was used since a PIN was given
   */
  public record BuiltInVerification(
      OptionalInt preferredPlatformUvAttempts,
      OptionalLong modality,
      OptionalInt countSinceLastPinEntry) {}

  /**
   * What an administrator can do.
   *
   * @param vendorCommands 0x15, authenticatorConfig subcommands of the vendor; empty if there are
   *     none, or not told
   * @param longTouchForReset 0x18, whether a reset takes a long touch; empty where it cannot be had
   * @param transportsForReset 0x1A; empty if not told, which means all
   * @param configCommands 0x1F, authenticatorConfig subcommands; empty if not told
   */
  public record Administration(
      List<BigInteger> vendorCommands,
      Optional<Boolean> longTouchForReset,
      List<String> transportsForReset,
      Optional<List<Integer>> configCommands) {}

  /**
   * The reply as it came, for people who look for an error in it. Written out when somebody looks:
   * that takes longer than all the rest of reading a reply. Equal by its bytes.
   */
  public static final class Raw {

    /** Of a key that speaks U2F only. */
    public static final Raw NONE = new Raw(Bytes.of(new byte[0]), List::of);

    private final Bytes cbor;
    private final Supplier<List<Member>> writer;
    private @Nullable List<Member> written;

    /**
     * @param cbor the whole map
     * @param writer writes its members out, in the order of the map
     */
    public Raw(Bytes cbor, Supplier<List<Member>> writer) {
      this.cbor = cbor;
      this.writer = writer;
    }

    /**
     * One member.
     *
     * @param key such as {@code 0x0E}; diagnostic notation where it is no small number
     * @param value in diagnostic notation, RFC 8949 §8
     */
    public record Member(String key, String value) {}

    /** The whole map; empty for a key that speaks U2F only. */
    public Bytes cbor() {
      return cbor;
    }

    /** Those we know and those we do not, in the order of the map. */
    public synchronized List<Member> members() {
      List<Member> members = written;
      if (members == null) {
        members = List.copyOf(writer.get());
        written = members;
      }
      return members;
    }

    /** The value of a member, if the key told it. */
    public Optional<String> value(int member) {
      String key = "0x%02X".formatted(member);
      return members().stream().filter(it -> it.key().equals(key)).map(Member::value).findFirst();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Raw that && cbor.equals(that.cbor);
    }

    @Override
    public int hashCode() {
      return cbor.hashCode();
    }

    @Override
    public String toString() {
      return cbor.toString();
    }
  }
}
