/**
 * The settings of a key, CTAP 2.3 §6.11: how they stand, what a change would do and whether it can
 * be undone, and the change. Above are the use cases, below is {@code key.session}. Start at {@link
 * dev.touchstone.key.manage.setting.KeySettings}.
 */
@NullMarked
package dev.touchstone.key.manage.setting;

import org.jspecify.annotations.NullMarked;
