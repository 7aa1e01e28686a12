package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.tls.MakeDevelopmentCertificate;
import dev.touchstone.rp.http.tls.certificate.CertificateReport;
import dev.touchstone.rp.http.tls.certificate.ServerIdentity;
import java.security.cert.X509Certificate;
import java.util.List;

/** The documents of {@code tls … --json}, written out as in {@link Documents}. */
final class TlsDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private TlsDocuments() {}

  static ObjectNode selfSigned(MakeDevelopmentCertificate.Preview preview, boolean done) {
    ObjectNode document = MAKE.objectNode();
    document.put("done", done);
    document
        .put("certificate", preview.pems().certificate().toString())
        .put("key", preview.pems().key().toString())
        .put("root", preview.pems().root().toString());
    document.set(
        "replaced", strings(preview.replaced().stream().map(it -> it.toString()).toList()));
    ServerIdentity identity = preview.certificate().identity();
    document.set("names", strings(identity.names()));
    document.put("notAfter", identity.notAfter().toString()).put("sha256", identity.fingerprint());
    ArrayNode trust = document.putArray("trust");
    TrustStep.all(preview.pems().root(), identity.names().getFirst(), identity.fingerprint())
        .forEach(it ->
            trust.addObject().put("system", it.id()).put("where", it.where()).put("how", it.how()));
    return document;
  }

  static ObjectNode report(CertificateReport report) {
    ObjectNode document = MAKE.objectNode();
    document.put("usable", report.usable()).put("withKey", report.withKey());
    ArrayNode chain = document.putArray("chain");
    report.chain().forEach(it -> chain.add(certificate(it)));
    ArrayNode findings = document.putArray("findings");
    report
        .findings()
        .forEach(it ->
            findings
                .addObject()
                .put("fatal", it.fatal())
                .put("found", it.found())
                .put("next", it.next()));
    return document;
  }

  private static ObjectNode certificate(X509Certificate certificate) {
    ObjectNode document =
        MAKE.objectNode()
            .put("subject", certificate.getSubjectX500Principal().getName())
            .put("issuer", certificate.getIssuerX500Principal().getName());
    document.set("names", strings(CertificateReport.names(certificate)));
    return document
        .put("notBefore", certificate.getNotBefore().toInstant().toString())
        .put("notAfter", certificate.getNotAfter().toInstant().toString())
        .put("key", CertificateReport.keyKind(certificate))
        .put("sha256", ServerIdentity.fingerprint(certificate));
  }

  private static ArrayNode strings(List<String> texts) {
    ArrayNode array = MAKE.arrayNode();
    texts.forEach(array::add);
    return array;
  }
}
