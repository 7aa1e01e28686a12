/**
 * The reset of the chosen key, from what would be lost to the key as new. Above: the frame. Below:
 * {@code ui.keys}, {@code ui.errand}, {@code ui.kit}. Start at {@link
 * dev.touchstone.app.ui.keyreset.ResetViewModel}.
 */
@NullMarked
package dev.touchstone.app.ui.keyreset;

import org.jspecify.annotations.NullMarked;
