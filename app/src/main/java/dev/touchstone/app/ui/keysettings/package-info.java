/**
 * The settings of the chosen key: how they stand, what a change would do, and the change. Above:
 * the frame. Below: {@code ui.keys}, {@code ui.errand}, {@code ui.kit}. Start at {@link
 * dev.touchstone.app.ui.keysettings.KeySettingsViewModel}.
 */
@NullMarked
package dev.touchstone.app.ui.keysettings;

import org.jspecify.annotations.NullMarked;
