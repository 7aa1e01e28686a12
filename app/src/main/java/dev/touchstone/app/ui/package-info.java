/**
 * The window: its frame and its colours.
 *
 * <p>Above: {@code app}, which opens it, and {@code ui.picture}, which draws it. Below: one package
 * for each screen, {@code ui.kit} for what they share, and the use cases. Start at {@link
 * dev.touchstone.app.ui.TouchstoneWindow}, then {@link dev.touchstone.app.ui.Shell}.
 */
@NullMarked
package dev.touchstone.app.ui;

import org.jspecify.annotations.NullMarked;
