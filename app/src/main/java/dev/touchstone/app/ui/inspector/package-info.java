/**
 * Takes what people paste, open or drop, and shows what is in it.
 *
 * <p>Above: {@code app.ui}, which puts the screens into the window. Below: {@code app.usecase} and
 * {@code app.ui.kit}. Start at the view model, which knows no control.
 */
@NullMarked
package dev.touchstone.app.ui.inspector;

import org.jspecify.annotations.NullMarked;
