/**
 * The certificate that a server shows: read from PEM files, judged before it is shown, exchanged
 * while the server runs, made for development. Above it are {@code acme}, which writes such files,
 * and {@code rp.http.tls}; below it only Bouncy Castle, which reads the forms of a private key, and
 * Jetty's TLS. Start at {@link dev.touchstone.rp.http.tls.certificate.ServerCertificate}.
 */
@NullMarked
package dev.touchstone.rp.http.tls.certificate;

import org.jspecify.annotations.NullMarked;
