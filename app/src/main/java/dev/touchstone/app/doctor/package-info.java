/**
 * Looks over everything that a key needs in order to be reached, and says what to do where
 * something is in the way. Changes nothing but for {@link dev.touchstone.app.doctor.UdevRule}.
 * Above: {@code app.usecase}. Start at {@link dev.touchstone.app.doctor.Doctor}.
 */
@NullMarked
package dev.touchstone.app.doctor;

import org.jspecify.annotations.NullMarked;
