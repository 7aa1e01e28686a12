/**
 * The window's own vocabulary: panels, badges, prompts and lists that more than one screen uses.
 *
 * <p>Above: the screens in {@code ui.<feature>}. Below: JavaFX, and the records of the relying
 * party and of the key that are drawn here. Nothing here knows a use case. Start at {@link
 * Background} (how work leaves the window) and {@link StepList} (how a verdict is drawn).
 */
@NullMarked
package dev.touchstone.app.ui.kit;

import org.jspecify.annotations.NullMarked;
