/**
 * The keys that are there, and what each one tells about itself.
 *
 * <p>Above: {@code app.ui}, which puts the screens into the window. Below: {@code app.usecase} and
 * {@code app.ui.kit}. Start at the view model, which knows no control.
 */
@NullMarked
package dev.touchstone.app.ui.keys;

import org.jspecify.annotations.NullMarked;
