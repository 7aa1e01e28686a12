/**
 * Access tokens: what a person carries from a sign-in to whatever they do next. Knows accounts and
 * nothing of HTTP. Start at {@link dev.touchstone.rp.token.AccessTokens}.
 */
@NullMarked
package dev.touchstone.rp.token;

import org.jspecify.annotations.NullMarked;
