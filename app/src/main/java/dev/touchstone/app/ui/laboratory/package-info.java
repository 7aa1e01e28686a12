/**
 * The laboratory: virtual keys on a shelf, a touch pad for the chosen one, its memory, its faults
 * and what it does. Above: {@code app.ui}. Below: {@code app.ui.kit}, {@code app.usecase}. Start at
 * {@link dev.touchstone.app.ui.laboratory.LaboratoryView}.
 */
@NullMarked
package dev.touchstone.app.ui.laboratory;

import org.jspecify.annotations.NullMarked;
