/**
 * The window: its frame, its colours, and the pictures that are made of it.
 *
 * <p>Above: {@code app.cli}, which opens it. Below: one package for each screen, {@code ui.kit} for
 * what they share, and the use cases. Start at {@link dev.touchstone.app.ui.TouchstoneWindow}, then
 * {@link dev.touchstone.app.ui.Shell}.
 */
@NullMarked
package dev.touchstone.app.ui;

import org.jspecify.annotations.NullMarked;
