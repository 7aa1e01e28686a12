/**
 * Sets a key back to how it left its factory, CTAP 2.3 §6.6: what would be lost, whether the key
 * that came back is the one that was chosen, and the reset. Above are the use cases, which see to
 * it that the key is taken out and put back; below is {@code key.session}. Start at {@link
 * dev.touchstone.key.manage.reset.ResetKey}.
 */
@NullMarked
package dev.touchstone.key.manage.reset;

import org.jspecify.annotations.NullMarked;
