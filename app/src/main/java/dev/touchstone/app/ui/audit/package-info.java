/**
 * The audit trail: who did what for whom, whether that is still what was written, and what leaves
 * it.
 *
 * <p>Above: {@code app.ui}, which puts the screen into the window. Below: {@code app.usecase.audit}
 * and {@code app.ui.kit}. Start at the view model, which knows no control.
 */
@NullMarked
package dev.touchstone.app.ui.audit;

import org.jspecify.annotations.NullMarked;
