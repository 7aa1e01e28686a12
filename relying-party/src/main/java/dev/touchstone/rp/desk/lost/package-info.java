/**
 * Whoever lost a key, or everything, gets a new one, and nobody else does. Above: the facade.
 * Below: factors, by which identity is checked, and registrations. Start at {@link
 * dev.touchstone.rp.desk.lost.LostKey}.
 */
@NullMarked
package dev.touchstone.rp.desk.lost;

import org.jspecify.annotations.NullMarked;
