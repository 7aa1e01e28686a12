/** Finds keys and moves packets in and out of them. Nothing here knows what a packet means. */
@NullMarked
package dev.touchstone.key.transport;

import org.jspecify.annotations.NullMarked;
