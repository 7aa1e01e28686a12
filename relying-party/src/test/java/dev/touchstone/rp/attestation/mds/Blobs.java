package dev.touchstone.rp.attestation.mds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.attestation.Issued;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** BLOBs made for a test, good ones and others. */
public final class Blobs {

  public static final String MODEL = "11111111-2222-3333-4444-555555555555";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Blobs() {}

  /** Number 7, due in a month, with one certified model. */
  public static ObjectNode payload() {
    ObjectNode payload = JSON.objectNode();
    payload.put("legalHeader", "For tests.").put("no", 7).put("nextUpdate", "2026-07-01");
    payload.putArray("entries").add(entry(MODEL, "FIDO_CERTIFIED_L1"));
    return payload;
  }

  /** A model with these status reports, one a day from the first of January on. */
  public static ObjectNode entry(String aaguid, String... statuses) {
    ObjectNode entry = JSON.objectNode();
    entry.put("aaguid", aaguid).put("timeOfLastStatusChange", "2026-01-01");
    entry
        .putObject("metadataStatement")
        .put("description", "Model of a test")
        .put("protocolFamily", "fido2")
        .put("aaguid", aaguid);
    ArrayNode reports = entry.putArray("statusReports");
    for (String status : statuses) {
      reports
          .addObject()
          .put("status", status)
          .put("effectiveDate", "2026-01-%02d".formatted(reports.size()));
    }
    return entry;
  }

  /** Signed as it should be. */
  public static String signed(ObjectNode payload, Issued signer, Issued... above) throws Exception {
    return signed(payload, signer, header -> {}, above);
  }

  /** Signed with another header. */
  public static String signed(
      ObjectNode payload, Issued signer, Consumer<ObjectNode> change, Issued... above)
      throws Exception {
    return signed(payload.toString(), signer, change, above);
  }

  /** Signed whatever it is. */
  public static String signed(
      String payload, Issued signer, Consumer<ObjectNode> change, Issued... above)
      throws Exception {
    ObjectNode header = JSON.objectNode();
    header.put("alg", "ES256").put("typ", "JWT");
    ArrayNode chain = header.putArray("x5c");
    chain.add(base64(signer.certificate()));
    for (Issued each : List.of(above)) {
      chain.add(base64(each.certificate()));
    }
    change.accept(header);
    String signed = base64Url(header.toString()) + "." + base64Url(payload);
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(signer.keys().getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
  }

  private static String base64(X509Certificate certificate) throws Exception {
    return Base64.getEncoder().encodeToString(certificate.getEncoded());
  }

  private static String base64Url(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
