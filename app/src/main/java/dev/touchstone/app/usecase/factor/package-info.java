/**
 * The factors beside passkeys, as an operator sees to them. Start at {@link
 * dev.touchstone.app.usecase.factor.ManageTotp}.
 */
@NullMarked
package dev.touchstone.app.usecase.factor;

import org.jspecify.annotations.NullMarked;
