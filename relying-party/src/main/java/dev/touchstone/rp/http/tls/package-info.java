/**
 * How the HTTP server comes to speak TLS: not at all, by files, or by a certificate that it gets
 * for itself. Above it is {@code rp.http}; below it {@code certificate} and {@code acme}. Start at
 * {@link dev.touchstone.rp.http.tls.Tls}.
 */
@NullMarked
package dev.touchstone.rp.http.tls;

import org.jspecify.annotations.NullMarked;
