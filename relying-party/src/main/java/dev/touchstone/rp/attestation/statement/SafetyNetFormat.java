package dev.touchstone.rp.attestation.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** WebAuthn Level 3 §8.5: a JWS (RFC 7515) of Google's former SafetyNet service. */
record SafetyNetFormat() implements StatementFormat {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HOST = "attest.android.com";

  @Override
  public AttestationType type(Evidence evidence) {
    return AttestationType.BASIC;
  }

  @Override
  public List<X509Certificate> chain(Evidence evidence) throws Refusal {
    List<X509Certificate> chain = new ArrayList<>();
    for (JsonNode encoded : json(parts(evidence)[0], "header").path("x5c")) {
      chain.add(
          Evidence.certificate(
              decode(Base64.getMimeDecoder(), encoded.asText()), chain.size() + 1));
    }
    if (chain.isEmpty()) {
      throw Refusal.malformed("the SafetyNet response names no certificate");
    }
    return List.copyOf(chain);
  }

  @Override
  public void verify(Evidence evidence, List<X509Certificate> chain) throws Refusal {
    String[] parts = parts(evidence);
    verifySignature(parts, chain.getFirst());
    verifyHost(chain.getFirst());
    JsonNode payload = json(parts[1], "payload");
    Optional<byte[]> message = evidence.attestedBytes();
    if (message.isPresent()) {
      String nonce = Base64.getEncoder().encodeToString(Evidence.digest("SHA-256", message.get()));
      if (!payload.path("nonce").asText().equals(nonce)) {
        throw Refusal.mismatch(
            "the nonce of the SafetyNet response is not the hash of this authenticator data and client data");
      }
    }
    if (!payload.path("ctsProfileMatch").asBoolean()) {
      throw new Refusal(
          "SafetyNet said that the phone does not run a certified Android (ctsProfileMatch)",
          "Use a phone whose system was not changed.");
    }
  }

  private static void verifySignature(String[] parts, X509Certificate leaf) throws Refusal {
    String algorithm = json(parts[0], "header").path("alg").asText();
    String jca =
        switch (algorithm) {
          case "RS256" -> "SHA256withRSA";
          case "ES256" -> "SHA256withECDSAinP1363Format";
          default ->
              throw Refusal.malformed(
                  "the SafetyNet response is signed by the algorithm \"%s\"".formatted(algorithm));
        };
    try {
      Signature verifier = Signature.getInstance(jca);
      verifier.initVerify(leaf.getPublicKey());
      verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      if (verifier.verify(decode(Base64.getUrlDecoder(), parts[2]))) {
        return;
      }
    } catch (GeneralSecurityException e) {
      // the same to a person as a signature that does not verify
    }
    throw Refusal.mismatch(
        "the signature of the SafetyNet response does not verify with the key of its leaf certificate");
  }

  private static void verifyHost(X509Certificate leaf) throws Refusal {
    String subject = leaf.getSubjectX500Principal().getName();
    if (!subject.contains("CN=" + HOST)) {
      throw Refusal.malformed("the SafetyNet response was not signed by " + HOST);
    }
  }

  private static String[] parts(Evidence evidence) throws Refusal {
    String jws = new String(evidence.bytes("response"), StandardCharsets.UTF_8);
    String[] parts = jws.split("\\.", -1);
    if (parts.length != 3) {
      throw Refusal.malformed("the SafetyNet response is not a JWS of three parts");
    }
    return parts;
  }

  private static JsonNode json(String part, String name) throws Refusal {
    try {
      return JSON.readTree(decode(Base64.getUrlDecoder(), part));
    } catch (JsonProcessingException e) {
      throw Refusal.malformed("the " + name + " of the SafetyNet response is not JSON");
    } catch (IOException e) {
      throw new IllegalStateException("Reading from memory does no input or output.", e);
    }
  }

  private static byte[] decode(Base64.Decoder decoder, String text) throws Refusal {
    try {
      return decoder.decode(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed("a part of the SafetyNet response is not base64");
    }
  }
}
