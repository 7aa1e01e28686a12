/**
 * Requests to any server and what came of them; the collections in which they are kept; and the
 * workbench for JWTs.
 *
 * <p>Above: {@code app.ui}, which puts the screens into the window. Below: {@code app.usecase} and
 * {@code app.ui.kit}. Start at the view models, which know no control.
 */
@NullMarked
package dev.touchstone.app.ui.requests;

import org.jspecify.annotations.NullMarked;
