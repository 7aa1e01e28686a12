package dev.touchstone.rp.attestation.certificate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Spells out the values of the extensions that attestation certificates carry. */
final class ExtensionValues {

  private static final List<String> KEY_USAGES =
      List.of(
          "digital signature",
          "non-repudiation",
          "key encipherment",
          "data encipherment",
          "key agreement",
          "certificate signing",
          "CRL signing",
          "encipher only",
          "decipher only");
  private static final List<String> TRANSPORTS =
      List.of("Bluetooth", "Bluetooth Low Energy", "USB", "NFC", "USB internal");
  private static final List<String> FORM_FACTORS =
      List.of(
          "not told",
          "USB-A keychain",
          "USB-A nano",
          "USB-C keychain",
          "USB-C nano",
          "USB-C and Lightning");
  private static final List<String> ANDROID_LEVELS =
      List.of("software", "trusted environment", "StrongBox");

  private static final Pattern ATTRIBUTE = Pattern.compile("([0-9.]+)=#((?:[0-9a-f]{2})+)");

  private ExtensionValues() {}

  /** Empty where this program does not know the extension, or cannot read its value. */
  static Optional<String> value(X509Certificate certificate, String oid) {
    Optional<Der> content = CertificateExtension.content(certificate, oid);
    return switch (oid) {
      case "2.5.29.19" -> Optional.of(basicConstraints(certificate));
      case "2.5.29.15" ->
          Optional.ofNullable(certificate.getKeyUsage()).map(ExtensionValues::usages);
      case "2.5.29.37" -> purposes(certificate);
      case "2.5.29.17" -> alternativeNames(certificate);
      case "2.5.29.14" -> content.map(Der::hex);
      case CertificateExtension.FIDO_AAGUID ->
          CertificateExtension.aaguid(certificate)
              .map(it -> it + " (" + AuthenticatorModels.bundled().describe(it) + ")");
      case CertificateExtension.FIDO_SERIAL -> content.map(Der::hex);
      case CertificateExtension.FIDO_FIRMWARE -> content.flatMap(Der::small).map(String::valueOf);
      case CertificateExtension.U2F_TRANSPORTS ->
          content.flatMap(it -> it.content(Der.BIT_STRING)).map(ExtensionValues::transports);
      case CertificateExtension.APPLE_NONCE ->
          CertificateExtension.appleNonce(certificate).map(HexFormat.of()::formatHex);
      case CertificateExtension.ANDROID_KEY -> content.flatMap(ExtensionValues::android);
      case ExtensionNames.YUBICO_DEVICE -> yubicoDevice(certificate);
      case ExtensionNames.YUBICO_FIRMWARE, ExtensionNames.YUBICO_PIV_FIRMWARE ->
          firmware(certificate, oid);
      case ExtensionNames.YUBICO_PIV_SERIAL ->
          content.map(it -> new BigInteger("0" + it.hex(), 16).toString());
      case ExtensionNames.YUBICO_PIV_FORM_FACTOR ->
          bare(certificate, oid).map(ExtensionValues::formFactor);
      default -> Optional.of(ExtensionNames.device(oid)).filter(device -> !device.isEmpty());
    };
  }

  /**
   * The product that a Yubico certificate names: newer ones in the value of one extension, the
   * first ones by the mere presence of another.
   */
  static Optional<String> yubicoDevice(X509Certificate certificate) {
    Stream<String> named =
        bare(certificate, ExtensionNames.YUBICO_DEVICE)
            .map(oid -> new String(oid, StandardCharsets.US_ASCII))
            .stream();
    @Nullable Set<String> present = certificate.getNonCriticalExtensionOIDs();
    return Stream.concat(named, present == null ? Stream.of() : present.stream())
        .map(ExtensionNames::device)
        .filter(device -> !device.isEmpty())
        .findFirst();
  }

  /** Yubico writes some values with no DER inside the extension's OCTET STRING. */
  private static Optional<byte[]> bare(X509Certificate certificate, String oid) {
    return Optional.ofNullable(certificate.getExtensionValue(oid))
        .flatMap(Der::parse)
        .flatMap(wrapper -> wrapper.content(Der.OCTET_STRING));
  }

  private static Optional<String> firmware(X509Certificate certificate, String oid) {
    Optional<byte[]> wrapped =
        CertificateExtension.content(certificate, oid).flatMap(it -> it.content(Der.OCTET_STRING));
    return wrapped
        .or(() -> bare(certificate, oid))
        .filter(bytes -> bytes.length == 3)
        .map(bytes -> "%d.%d.%d".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff));
  }

  private static String formFactor(byte[] bytes) {
    int number = bytes.length == 0 ? 0 : bytes[bytes.length - 1] & 0x0f;
    return number < FORM_FACTORS.size() ? FORM_FACTORS.get(number) : "number " + number;
  }

  private static String basicConstraints(X509Certificate certificate) {
    int pathLength = certificate.getBasicConstraints();
    if (pathLength < 0) {
      return "not a CA";
    }
    return pathLength == Integer.MAX_VALUE
        ? "CA"
        : "CA, at most %d CA certificates below it".formatted(pathLength);
  }

  private static String usages(boolean[] bits) {
    return IntStream.range(0, Math.min(bits.length, KEY_USAGES.size()))
        .filter(i -> bits[i])
        .mapToObj(KEY_USAGES::get)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> purposes(X509Certificate certificate) {
    try {
      return Optional.ofNullable(certificate.getExtendedKeyUsage())
          .map(all -> all.stream().map(ExtensionNames::purpose).collect(Collectors.joining(", ")));
    } catch (CertificateParsingException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> alternativeNames(X509Certificate certificate) {
    try {
      return Optional.ofNullable(certificate.getSubjectAlternativeNames())
          .map(all ->
              all.stream()
                  .map(name -> name.get(1))
                  .map(
                      name -> name instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : name)
                  .map(String::valueOf)
                  .map(ExtensionValues::tpmNames)
                  .collect(Collectors.joining(", ")));
    } catch (CertificateParsingException e) {
      return Optional.empty();
    }
  }

  /** The JDK shows attributes that it does not know as {@code 2.23.133.2.1=#0c0b69…}. */
  private static String tpmNames(String name) {
    return ATTRIBUTE
        .matcher(name)
        .replaceAll(it ->
            Matcher.quoteReplacement(
                ExtensionNames.TPM_ATTRIBUTES.getOrDefault(it.group(1), it.group(1))
                    + "="
                    + Der.parse(HexFormat.of().parseHex(it.group(2)))
                        .map(Der::text)
                        .orElse(it.group(2))));
  }

  private static String transports(byte[] bitString) {
    List<String> set = new ArrayList<>();
    for (int bit = 0; bit < TRANSPORTS.size(); bit++) {
      int octet = 1 + bit / 8;
      if (octet < bitString.length && (bitString[octet] & 0x80 >> bit % 8) != 0) {
        set.add(TRANSPORTS.get(bit));
      }
    }
    return String.join(", ", set);
  }

  private static Optional<String> android(Der description) {
    Optional<Integer> version = description.child(0).flatMap(Der::small);
    Optional<Integer> level = description.child(1).flatMap(Der::small);
    Optional<Der> challenge = description.child(4);
    if (version.isEmpty() || level.isEmpty() || challenge.isEmpty()) {
      return Optional.empty();
    }
    String where =
        level.get() < ANDROID_LEVELS.size()
            ? ANDROID_LEVELS.get(level.get())
            : "level " + level.get();
    return Optional.of(
        "version %d, attested by %s, challenge %s"
            .formatted(version.get(), where, challenge.get().hex()));
  }
}
