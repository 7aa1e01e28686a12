/**
 * Makes events out of lists, for wires that can only be looked at again and again. Above: {@code
 * key.transport.hid} and {@code key.transport.card}. Below: {@code key.transport}. Start at {@link
 * dev.touchstone.key.transport.watch.ListWatches}.
 */
@NullMarked
package dev.touchstone.key.transport.watch;

import org.jspecify.annotations.NullMarked;
