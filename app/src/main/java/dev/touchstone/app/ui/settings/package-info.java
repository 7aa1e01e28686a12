/**
 * How the window looks.
 *
 * <p>Above: {@code app.ui}, which puts the screens into the window. Below: {@code app.usecase} and
 * {@code app.ui.kit}. Start at the view model, which knows no control.
 */
@NullMarked
package dev.touchstone.app.ui.settings;

import org.jspecify.annotations.NullMarked;
