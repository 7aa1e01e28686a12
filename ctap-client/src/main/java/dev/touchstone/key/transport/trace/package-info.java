/**
 * Listens in on the connections to keys: decorators over yubikit's two connection interfaces that
 * put messages together, cover what is secret in them, and only then hand them on. Above is {@code
 * key.trace}, which keeps what is heard. Start at {@code Wiretap}.
 */
@NullMarked
package dev.touchstone.key.transport.trace;

import org.jspecify.annotations.NullMarked;
