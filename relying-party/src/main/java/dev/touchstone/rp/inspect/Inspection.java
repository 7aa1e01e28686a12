package dev.touchstone.rp.inspect;

import dev.touchstone.rp.attestation.AttestationReport;
import java.util.Optional;

/**
 * What the inspector found.
 *
 * @param kind what the input is, in the field's term, such as {@code attestation object}
 * @param encoding how it was written, such as {@code base64url}
 * @param size decoded size in bytes
 * @param tree everything in it
 * @param attestation the attestation explained, where there is one
 */
public record Inspection(
    String kind, String encoding, int size, Node tree, Optional<AttestationReport> attestation) {}
