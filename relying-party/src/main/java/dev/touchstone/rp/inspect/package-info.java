/**
 * Takes what people paste, finds out what it is, and spells it out.
 *
 * <p>Above it are the use cases; below it are {@code attestation}, {@code cose} and {@code cbor}.
 * Start at {@link dev.touchstone.rp.inspect.Inspector}: {@code Readings} undoes the encoding,
 * {@code Recogniser} finds one of the {@code Recognised} kinds, and a decoder of that kind's name
 * makes the tree of {@link dev.touchstone.rp.inspect.Node}s.
 */
@NullMarked
package dev.touchstone.rp.inspect;

import org.jspecify.annotations.NullMarked;
