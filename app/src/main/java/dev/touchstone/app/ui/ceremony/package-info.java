/**
 * A ceremony as it happens: stages, touch, PIN, account choice, verdict. Used by {@code
 * ui.register} and {@code ui.signin}, which say what to run.
 *
 * <p>Above: {@code app.ui}, which puts the screens into the window. Below: {@code app.usecase} and
 * {@code app.ui.kit}. Start at the view model, which knows no control.
 */
@NullMarked
package dev.touchstone.app.ui.ceremony;

import org.jspecify.annotations.NullMarked;
