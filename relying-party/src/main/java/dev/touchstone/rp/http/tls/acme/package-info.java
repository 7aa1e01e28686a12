/**
 * Certificates that the server gets for itself from an ACME certificate authority (RFC 8555), such
 * as Let's Encrypt: account, order, http-01 challenge, renewal. It leaves files as a person would
 * and {@code certificate} shows them. Start at {@link
 * dev.touchstone.rp.http.tls.acme.AcmeCertificate}.
 */
@NullMarked
package dev.touchstone.rp.http.tls.acme;

import org.jspecify.annotations.NullMarked;
