/**
 * Operators sign in to the console with a key of their own. Above: the facade. Below: accounts.
 * Start at {@link dev.touchstone.rp.desk.operator.OperatorSessions}.
 */
@NullMarked
package dev.touchstone.rp.desk.operator;

import org.jspecify.annotations.NullMarked;
