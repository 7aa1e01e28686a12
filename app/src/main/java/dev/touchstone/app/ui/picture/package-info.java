/**
 * Pictures of every screen in every state that matters, taken of the real window while a day is
 * played on staged keys and a staged clock.
 *
 * <p>Above: {@code app}, which sets the stage. Below: the window. Start at {@link
 * dev.touchstone.app.ui.picture.Screenshots}; each class {@code …Pictures} plays one part of the
 * day.
 */
@NullMarked
package dev.touchstone.app.ui.picture;

import org.jspecify.annotations.NullMarked;
