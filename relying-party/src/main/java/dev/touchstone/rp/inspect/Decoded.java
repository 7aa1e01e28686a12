package dev.touchstone.rp.inspect;

import dev.touchstone.rp.attestation.AttestationReport;
import java.util.Optional;

/**
 * What a decoder made of its input.
 *
 * @param attestation the attestation explained, where there is one
 */
record Decoded(Node tree, Optional<AttestationReport> attestation) {

  static Decoded of(Node tree) {
    return new Decoded(tree, Optional.empty());
  }
}
