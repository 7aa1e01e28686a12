/**
 * Finds keys in card readers, by contacts or NFC, and moves APDUs in and out of them, through the
 * PC/SC service of the operating system ({@code javax.smartcardio}). Above: {@code
 * key.ctap.yubikit}. Below: {@code key.transport}. Start at {@link
 * dev.touchstone.key.transport.card.CardDiscovery}.
 *
 * <p>Known issues of the JDK's implementation, and what is done about them: it keeps one connection
 * per reader and process, so a reader that is open is not looked into; exclusive access belongs to
 * a thread, so each connection has its own; it never asks the service for a new context, so {@code
 * ServiceContext} makes it forget the old one after a restart of the service.
 */
@NullMarked
package dev.touchstone.key.transport.card;

import org.jspecify.annotations.NullMarked;
