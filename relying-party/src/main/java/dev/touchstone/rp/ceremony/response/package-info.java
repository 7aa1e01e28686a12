/**
 * What a client sends back, taken apart without the library's help: the two response JSONs, client
 * data, authenticator data, attestation object, COSE keys. Judges nothing. Below are only bytes;
 * above are the checks. Start at {@link dev.touchstone.rp.ceremony.response.RegistrationResponse}.
 */
@NullMarked
package dev.touchstone.rp.ceremony.response;

import org.jspecify.annotations.NullMarked;
