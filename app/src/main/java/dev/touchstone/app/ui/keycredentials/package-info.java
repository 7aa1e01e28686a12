/**
 * The credentials on the chosen key: unlock, look, search, rename, delete.
 *
 * <p>Above: {@code app.ui}, which puts the tab onto the screen of keys. Below: {@code app.usecase},
 * {@code app.ui.errand} and {@code app.ui.kit}. Start at the view model, which knows no control.
 */
@NullMarked
package dev.touchstone.app.ui.keycredentials;

import org.jspecify.annotations.NullMarked;
