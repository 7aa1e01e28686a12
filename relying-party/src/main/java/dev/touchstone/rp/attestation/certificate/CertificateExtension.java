package dev.touchstone.rp.attestation.certificate;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An extension of an X.509 certificate, spelled out.
 *
 * @param oid dotted
 * @param name what it is, such as {@code FIDO AAGUID}; empty where it is not known
 * @param value as a person reads it; hex where it is not known
 * @param critical whether a verifier that does not know it must refuse the certificate
 */
public record CertificateExtension(String oid, String name, String value, boolean critical) {

  /** {@code id-fido-gen-ce-aaguid}, WebAuthn Level 3 §8.2.1. */
  public static final String FIDO_AAGUID = "1.3.6.1.4.1.45724.1.1.4";

  /** {@code id-fido-gen-ce-sernum}, WebAuthn Level 3 §8.2.2. */
  public static final String FIDO_SERIAL = "1.3.6.1.4.1.45724.1.1.2";

  /** {@code id-fido-gen-ce-fw-version}, WebAuthn Level 3 §8.2.1. */
  public static final String FIDO_FIRMWARE = "1.3.6.1.4.1.45724.1.1.5";

  /** {@code id-fido-u2f-ce-transports}, FIDO U2F Authenticator Transports Extension §3. */
  public static final String U2F_TRANSPORTS = "1.3.6.1.4.1.45724.2.1.1";

  /** Apple's anonymous attestation, WebAuthn Level 3 §8.8. */
  public static final String APPLE_NONCE = "1.2.840.113635.100.8.2";

  /** Android's key attestation, WebAuthn Level 3 §8.4. */
  public static final String ANDROID_KEY = "1.3.6.1.4.1.11129.2.1.17";

  /** All extensions, in the order of their OIDs. */
  public static List<CertificateExtension> of(X509Certificate certificate) {
    List<CertificateExtension> all = new ArrayList<>();
    collect(certificate, certificate.getCriticalExtensionOIDs(), true, all);
    collect(certificate, certificate.getNonCriticalExtensionOIDs(), false, all);
    all.sort((a, b) -> a.oid.compareTo(b.oid));
    return List.copyOf(all);
  }

  /** One line, such as {@code FIDO AAGUID (1.3.6…): cb69481e-… YubiKey 5}. */
  public String line() {
    String title = name.isEmpty() ? oid : name + " (" + oid + ")";
    return title + (value.isEmpty() ? "" : ": " + value) + (critical ? " [critical]" : "");
  }

  /** What is inside the OCTET STRING that wraps every extension's value. */
  public static Optional<Der> content(X509Certificate certificate, String oid) {
    return Optional.ofNullable(certificate.getExtensionValue(oid))
        .flatMap(Der::parse)
        .flatMap(wrapper -> wrapper.content(Der.OCTET_STRING))
        .flatMap(Der::parse);
  }

  /** The AAGUID that the certificate names, if any. */
  public static Optional<UUID> aaguid(X509Certificate certificate) {
    return content(certificate, FIDO_AAGUID)
        .flatMap(value -> value.content(Der.OCTET_STRING))
        .filter(bytes -> bytes.length == 16)
        .map(ExtensionNames::uuid);
  }

  /** The nonce that Apple certifies: SEQUENCE { [1] { OCTET STRING } }. */
  public static Optional<byte[]> appleNonce(X509Certificate certificate) {
    return content(certificate, APPLE_NONCE)
        .flatMap(sequence -> sequence.child(0))
        .flatMap(tagged -> tagged.child(0))
        .flatMap(nonce -> nonce.content(Der.OCTET_STRING));
  }

  /** The product that a Yubico U2F certificate names, where it does. */
  public static Optional<String> yubicoDevice(X509Certificate certificate) {
    return ExtensionValues.yubicoDevice(certificate);
  }

  private static void collect(
      X509Certificate certificate,
      @Nullable Set<String> oids,
      boolean critical,
      List<CertificateExtension> into) {
    for (String oid : oids == null ? Set.<String>of() : new TreeSet<>(oids)) {
      into.add(
          new CertificateExtension(
              oid,
              ExtensionNames.name(oid),
              ExtensionValues.value(certificate, oid).orElseGet(() -> raw(certificate, oid)),
              critical));
    }
  }

  private static String raw(X509Certificate certificate, String oid) {
    return Optional.ofNullable(certificate.getExtensionValue(oid))
        .flatMap(Der::parse)
        .map(Der::hex)
        .orElse("unreadable: " + HexFormat.of().formatHex(certificate.getExtensionValue(oid)));
  }
}
