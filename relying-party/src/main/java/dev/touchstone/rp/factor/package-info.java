/** What the other factors share. Start at {@link dev.touchstone.rp.factor.Budgets}. */
@NullMarked
package dev.touchstone.rp.factor;

import org.jspecify.annotations.NullMarked;
