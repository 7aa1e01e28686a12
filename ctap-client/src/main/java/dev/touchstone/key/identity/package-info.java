/**
 * Which devices are one key, and how a person calls it. Above: {@code KeyRing}. Below: {@code
 * key.ctap.yubikit}, which asks keys for their numbers. Start at {@link
 * dev.touchstone.key.identity.Census}.
 */
@NullMarked
package dev.touchstone.key.identity;

import org.jspecify.annotations.NullMarked;
