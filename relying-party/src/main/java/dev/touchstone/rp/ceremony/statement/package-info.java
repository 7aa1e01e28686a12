/**
 * The verification procedures of the attestation statement formats (WebAuthn Level 3 §8), made a
 * second time beside the library: one class per format. Below: {@code response} and the signature
 * check. Start at {@link dev.touchstone.rp.ceremony.statement.StatementCheck}.
 */
@NullMarked
package dev.touchstone.rp.ceremony.statement;

import org.jspecify.annotations.NullMarked;
