/**
 * The door to security keys: watch for keys, open one. Below are {@code key.session} for an opened
 * key and {@code key.webauthn} for what a browser would do with it. Start at {@link KeyRing}, which
 * also puts the module together.
 */
@NullMarked
package dev.touchstone.key;

import org.jspecify.annotations.NullMarked;
