package dev.touchstone.rp.attestation.certificate;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.UUID;

/** What object identifiers in attestation certificates are called. */
final class ExtensionNames {

  /** Yubico's arcs: docs.yubico.com, "FIDO Product OID Arc" and "PIV Attestation OID Arc". */
  static final String YUBICO = "1.3.6.1.4.1.41482.";

  static final String YUBICO_DEVICE = YUBICO + "2";
  static final String YUBICO_FIRMWARE = YUBICO + "13.1";
  static final String YUBICO_PIV_FIRMWARE = YUBICO + "3.3";
  static final String YUBICO_PIV_SERIAL = YUBICO + "3.7";
  static final String YUBICO_PIV_FORM_FACTOR = YUBICO + "3.9";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("2.5.29.14", "subject key identifier"),
          Map.entry("2.5.29.15", "key usage"),
          Map.entry("2.5.29.17", "subject alternative name"),
          Map.entry("2.5.29.19", "basic constraints"),
          Map.entry("2.5.29.31", "CRL distribution points"),
          Map.entry("2.5.29.32", "certificate policies"),
          Map.entry("2.5.29.35", "authority key identifier"),
          Map.entry("2.5.29.37", "extended key usage"),
          Map.entry("1.3.6.1.5.5.7.1.1", "authority information access"),
          Map.entry("1.3.6.1.4.1.11129.2.4.2", "certificate transparency timestamps"),
          Map.entry(CertificateExtension.FIDO_AAGUID, "FIDO AAGUID"),
          Map.entry(CertificateExtension.FIDO_SERIAL, "FIDO enterprise serial number"),
          Map.entry(CertificateExtension.FIDO_FIRMWARE, "FIDO firmware version"),
          Map.entry(CertificateExtension.U2F_TRANSPORTS, "FIDO U2F transports"),
          Map.entry(CertificateExtension.APPLE_NONCE, "Apple anonymous attestation nonce"),
          Map.entry(CertificateExtension.ANDROID_KEY, "Android key attestation"),
          Map.entry(YUBICO_DEVICE, "Yubico device type"),
          Map.entry(YUBICO + "12", "Yubico FIPS certified"),
          Map.entry(YUBICO_FIRMWARE, "Yubico firmware version"),
          Map.entry(YUBICO + "13.2", "Yubico CSPN certification"),
          Map.entry(YUBICO_PIV_FIRMWARE, "Yubico PIV firmware version"),
          Map.entry(YUBICO_PIV_SERIAL, "Yubico PIV serial number"),
          Map.entry(YUBICO + "3.8", "Yubico PIV PIN and touch policy"),
          Map.entry(YUBICO_PIV_FORM_FACTOR, "Yubico PIV form factor"),
          Map.entry(YUBICO + "3.10", "Yubico PIV FIPS certified"),
          Map.entry(YUBICO + "3.11", "Yubico PIV CSPN certified"));

  private static final Map<String, String> DEVICES =
      Map.of(
          "1", "Security Key by Yubico",
          "2", "YubiKey NEO",
          "3", "YubiKey Plus",
          "4", "YubiKey Edge",
          "5", "YubiKey 4",
          "6", "YubiKey NFC Preview",
          "7", "YubiKey 5",
          "8", "YubiKey 5Ci Preview",
          "9", "YubiKey Bio");

  private static final Map<String, String> PURPOSES =
      Map.of(
          "2.5.29.37.0", "any purpose",
          "1.3.6.1.5.5.7.3.1", "TLS server",
          "1.3.6.1.5.5.7.3.2", "TLS client",
          "2.23.133.8.1", "TPM endorsement key certificate",
          "2.23.133.8.3", "TPM attestation identity key certificate");

  /** Attributes that name a TPM (TCG EK Credential Profile §3.1.2). */
  static final Map<String, String> TPM_ATTRIBUTES =
      Map.of(
          "2.23.133.2.1", "TPM manufacturer",
          "2.23.133.2.2", "TPM model",
          "2.23.133.2.3", "TPM version");

  private ExtensionNames() {}

  static String name(String oid) {
    String known = NAMES.getOrDefault(oid, "");
    return known.isEmpty() && !device(oid).isEmpty() ? "Yubico device type" : known;
  }

  /** The product behind {@code 1.3.6.1.4.1.41482.1.n}; empty for other identifiers. */
  static String device(String oid) {
    String prefix = YUBICO + "1.";
    return oid.startsWith(prefix) ? DEVICES.getOrDefault(oid.substring(prefix.length()), "") : "";
  }

  /** An extended key usage in words, or the identifier itself. */
  static String purpose(String oid) {
    return PURPOSES.getOrDefault(oid, oid);
  }

  static UUID uuid(byte[] sixteen) {
    ByteBuffer buffer = ByteBuffer.wrap(sixteen);
    return new UUID(buffer.getLong(), buffer.getLong());
  }
}
