/**
 * The screen of the doctor: what may be in the way of a key. Above: {@code app.ui.keys}. Below:
 * {@code app.usecase}. Start at {@link dev.touchstone.app.ui.doctor.DoctorPane}.
 */
@NullMarked
package dev.touchstone.app.ui.doctor;

import org.jspecify.annotations.NullMarked;
