package dev.touchstone.rp.attestation.mds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.metadata.BlobReader;
import dev.touchstone.rp.attestation.metadata.MalformedBlob;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A BLOB as it travels: a JWS in compact serialization (RFC 7515 §7.1), taken apart and not yet
 * believed.
 *
 * @param algorithm the header's {@code alg}
 * @param chain the header's {@code x5c}, the signer first
 * @param payload JSON, UTF-8
 */
record SignedBlob(
    String algorithm, List<X509Certificate> chain, Bytes payload, Bytes signed, Bytes signature) {

  private static final int LONGEST_CHAIN = 10;

  /**
   * Takes one apart.
   *
   * @throws MalformedBlob if it is no JWS that brings its certificates along
   */
  static SignedBlob parse(String text) throws MalformedBlob {
    String[] parts = text.strip().split("\\.", -1);
    if (parts.length != 3) {
      throw new MalformedBlob(
          "it is no JWS of three parts with dots between them, but begins with %s"
              .formatted(beginning(text)));
    }
    JsonNode header;
    try {
      header = BlobReader.object(decoded(parts[0], "header"));
    } catch (MalformedBlob e) {
      throw new MalformedBlob("its header is none: " + e.because());
    }
    return new SignedBlob(
        header.path("alg").asText(""),
        chain(header),
        Bytes.of(decoded(parts[1], "payload")),
        Bytes.ofUtf8(parts[0] + "." + parts[1]),
        Bytes.of(decoded(parts[2], "signature")));
  }

  private static List<X509Certificate> chain(JsonNode header) throws MalformedBlob {
    List<X509Certificate> chain = new ArrayList<>();
    for (JsonNode encoded : header.path("x5c")) {
      if (chain.size() == LONGEST_CHAIN) {
        throw new MalformedBlob("it brings more than %d certificates".formatted(LONGEST_CHAIN));
      }
      try {
        chain.add(certificate(encoded.asText()));
      } catch (CertificateException | IllegalArgumentException e) {
        throw new MalformedBlob(
            "certificate %d in its header cannot be read".formatted(chain.size() + 1));
      }
    }
    return List.copyOf(chain);
  }

  private static X509Certificate certificate(String base64) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
  }

  private static byte[] decoded(String part, String name) throws MalformedBlob {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      throw new MalformedBlob("its %s is not base64url".formatted(name));
    }
  }

  /** A web page in place of a BLOB is seen at once. */
  private static String beginning(String text) {
    String stripped = text.strip();
    String begin = stripped.substring(0, Math.min(20, stripped.length()));
    return '"' + begin.replaceAll("[^\\x20-\\x7e]", "·") + '"';
  }
}
