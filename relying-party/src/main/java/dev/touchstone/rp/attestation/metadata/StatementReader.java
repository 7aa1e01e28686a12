package dev.touchstone.rp.attestation.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads metadata statements, and says what in them cannot be used. */
final class StatementReader {

  private static final Pattern DATA_URL = Pattern.compile("data:([a-z]+/[a-z0-9.+-]+)[;,]");

  private final List<String> complaints;

  /**
   * Reads nothing yet.
   *
   * @param complaints gets a sentence for each part that cannot be used
   */
  StatementReader(List<String> complaints) {
    this.complaints = complaints;
  }

  /**
   * Reads one.
   *
   * @param whose the model's id, for complaints
   */
  MetadataStatement read(JsonNode json, String whose) {
    Members members = new Members(json);
    return new MetadataStatement(
        members.text("description"),
        members.number("authenticatorVersion"),
        members.text("protocolFamily"),
        members.array("upv").stream().map(StatementReader::version).toList(),
        members.texts("authenticationAlgorithms"),
        members.texts("attestationTypes"),
        members.array("userVerificationDetails").stream().map(StatementReader::together).toList(),
        members.texts("keyProtection"),
        members.texts("attachmentHint"),
        members.number("cryptoStrength"),
        roots(members, whose),
        members.optionalText("icon").map(StatementReader::mediaType),
        Optional.of(json.path("authenticatorGetInfo"))
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast));
  }

  private static String version(JsonNode version) {
    return version.path("major").asText() + "." + version.path("minor").asText();
  }

  private static String together(JsonNode methods) {
    return StreamSupport.stream(methods.spliterator(), false)
        .map(method -> method.path("userVerificationMethod").asText())
        .collect(Collectors.joining(" + "));
  }

  private static String mediaType(String dataUrl) {
    Matcher found = DATA_URL.matcher(dataUrl);
    return found.lookingAt() ? found.group(1) : "unreadable";
  }

  private List<X509Certificate> roots(Members members, String whose) {
    List<X509Certificate> roots = new ArrayList<>();
    for (String encoded : members.texts("attestationRootCertificates")) {
      try {
        roots.add(certificate(encoded));
      } catch (CertificateException | IllegalArgumentException e) {
        complaints.add(
            "A root certificate of %s (%s) cannot be read; attestation below it stays untrusted."
                .formatted(members.text("description"), whose));
      }
    }
    return roots;
  }

  /** Some vendors break the lines of their base64. */
  private static X509Certificate certificate(String base64) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Base64.getMimeDecoder().decode(base64)));
  }
}
