/**
 * Tokens of users, and the keys that sign them, as an operator sees to them. Start at {@link
 * dev.touchstone.app.usecase.token.ManageTokens}.
 */
@NullMarked
package dev.touchstone.app.usecase.token;

import org.jspecify.annotations.NullMarked;
