package dev.touchstone.app.usecase.serve;

import dev.touchstone.rp.http.tls.certificate.CertificateEvent;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log, which a server's operator reads, what becomes of the server's certificate. */
final class CertificateLog implements Consumer<CertificateEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(CertificateLog.class);

  @Override
  public void accept(CertificateEvent event) {
    switch (event) {
      case CertificateEvent.Replaced(var identity) ->
          LOG.info(
              "The certificate was replaced: {} until {}, SHA-256 {}",
              identity.names(),
              identity.notAfter(),
              identity.fingerprint());
      case CertificateEvent.Kept(var identity, var reason) ->
          LOG.warn(
              "The certificate of before stays, until {}: {}",
              identity.notAfter(),
              reason.getMessage());
      case CertificateEvent.Ending(var identity) ->
          LOG.warn("The certificate ends on {}, and nobody has renewed it", identity.notAfter());
    }
  }
}
