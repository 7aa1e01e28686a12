/**
 * What a client sends back, taken apart without the library's help: the two response JSONs, client
 * data, and the binary parts. Judges nothing. Below is {@code attestation.statement}; above are the
 * checks. Start at {@link dev.touchstone.rp.ceremony.response.RegistrationResponse}.
 */
@NullMarked
package dev.touchstone.rp.ceremony.response;

import org.jspecify.annotations.NullMarked;
