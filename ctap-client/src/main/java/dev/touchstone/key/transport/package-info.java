/**
 * Finds keys and moves packets in and out of them. Nothing here knows what a packet means. Above is
 * {@code key.ctap.yubikit}; one package per wire below. Start at {@link KeyDiscovery}.
 */
@NullMarked
package dev.touchstone.key.transport;

import org.jspecify.annotations.NullMarked;
