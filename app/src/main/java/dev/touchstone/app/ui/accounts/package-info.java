/**
 * Users and their credentials: look, search, label, delete.
 *
 * <p>Above: {@code app.ui}, which puts the screens into the window. Below: {@code app.usecase} and
 * {@code app.ui.kit}. Start at the view model, which knows no control.
 */
@NullMarked
package dev.touchstone.app.ui.accounts;

import org.jspecify.annotations.NullMarked;
