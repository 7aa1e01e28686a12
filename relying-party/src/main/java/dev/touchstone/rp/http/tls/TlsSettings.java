package dev.touchstone.rp.http.tls;

import dev.touchstone.rp.http.tls.acme.AcmeSettings;
import dev.touchstone.rp.http.tls.certificate.CertificateFiles;

/** Where the server's certificate comes from. */
public sealed interface TlsSettings {

  /** A person keeps it in files. */
  record Files(CertificateFiles files) implements TlsSettings {}

  /** The server gets it from a certificate authority and renews it (RFC 8555). */
  record Acme(AcmeSettings settings) implements TlsSettings {}
}
