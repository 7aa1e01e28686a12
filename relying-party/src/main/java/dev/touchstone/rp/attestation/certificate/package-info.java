/**
 * What attestation certificates say: their extensions, and the models behind AAGUIDs.
 *
 * <p>Above it are {@code attestation.statement}, {@code attestation} and {@code inspect}. Start at
 * {@link dev.touchstone.rp.attestation.certificate.CertificateExtension}.
 */
@NullMarked
package dev.touchstone.rp.attestation.certificate;

import org.jspecify.annotations.NullMarked;
