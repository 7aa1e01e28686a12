/** Attestation decoded, checked against trust anchors, and explained. */
@NullMarked
package dev.touchstone.rp.attestation;

import org.jspecify.annotations.NullMarked;
