package dev.touchstone.rp.inspect;

import dev.touchstone.rp.attestation.certificate.Der;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds certificates and keys in PEM (RFC 7468) and DER. */
final class X509Recogniser {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40}+)-----([^-]*+)-----END \\1-----");
  private static final int SEQUENCE = 0x30;
  private static final List<String> KEY_ALGORITHMS =
      List.of("EC", "RSA", "EdDSA", "XDH", "ML-DSA", "ML-KEM");

  private X509Recogniser() {}

  /** Whether the text has a PEM label in it. */
  static boolean isPem(String text) {
    return text.contains("-----BEGIN ");
  }

  /**
   * Reads PEM.
   *
   * @throws InspectionException if no block of it is complete, or its label is not for us
   */
  static Recognised pem(String text) throws InspectionException {
    if (text.contains("PRIVATE KEY-----")) {
      return new Recognised.PrivateKey("PEM");
    }
    List<X509Certificate> certificates = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    String lastLabel = "";
    while (blocks.find()) {
      lastLabel = blocks.group(1);
      Optional<Recognised> found = base64(blocks.group(2)).flatMap(X509Recogniser::der);
      if (found.isPresent() && found.get() instanceof Recognised.Certificates more) {
        certificates.addAll(more.certificates());
      } else if (found.isPresent()) {
        return found.get();
      } else {
        damaged.add(
            "The block %s at offset %d cannot be read.".formatted(lastLabel, blocks.start()));
      }
    }
    if (certificates.isEmpty()) {
      throw new InspectionException(
          lastLabel.isEmpty()
              ? "This is PEM, but no block of it is complete."
              : "This is PEM, but its %s cannot be read as a certificate or key."
                  .formatted(lastLabel),
          OptionalInt.of(text.indexOf("-----BEGIN ")),
          "Copy it again, from -----BEGIN to the last -----.");
    }
    return new Recognised.Certificates(List.copyOf(certificates), List.copyOf(damaged));
  }

  /** Reads DER: certificates in a row, a public key, or a private one. */
  static Optional<Recognised> der(byte[] bytes) {
    if (bytes.length < 2 || (bytes[0] & 0xff) != SEQUENCE) {
      return Optional.empty();
    }
    Optional<Recognised> privateKey = privateKey(bytes);
    if (privateKey.isPresent()) {
      return privateKey;
    }
    try {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!certificates.isEmpty()) {
        return Optional.of(new Recognised.Certificates(certificates, List.of()));
      }
    } catch (CertificateException e) {
      return publicKey(bytes).map(Recognised.SubjectPublicKey::new);
    }
    return publicKey(bytes).map(Recognised.SubjectPublicKey::new);
  }

  /** A SubjectPublicKeyInfo of any algorithm that this Java knows. */
  static Optional<PublicKey> publicKey(byte[] spki) {
    return KEY_ALGORITHMS.stream().flatMap(it -> publicKey(it, spki).stream()).findFirst();
  }

  private static Optional<PublicKey> publicKey(String algorithm, byte[] spki) {
    try {
      return Optional.of(
          KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(spki)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** PKCS#8, PKCS#1 and SEC 1 all begin with a version number; nothing public here does. */
  private static Optional<Recognised> privateKey(byte[] bytes) {
    Optional<List<Der>> parts = Der.parse(bytes).flatMap(Der::children);
    if (parts.isEmpty() || parts.get().size() < 2 || parts.get().getFirst().small().isEmpty()) {
      return Optional.empty();
    }
    Der second = parts.get().get(1);
    if (second.content(Der.SEQUENCE).isPresent()) {
      return Optional.of(new Recognised.PrivateKey("PKCS#8"));
    }
    if (second.content(Der.OCTET_STRING).isPresent()) {
      return Optional.of(new Recognised.PrivateKey("SEC 1"));
    }
    return second.content(Der.INTEGER).isPresent() && parts.get().size() > 5
        ? Optional.of(new Recognised.PrivateKey("PKCS#1"))
        : Optional.empty();
  }

  private static Optional<byte[]> base64(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
