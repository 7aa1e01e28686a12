/**
 * Tokens, and what is stored of them: access tokens, the sessions that refresh them, API tokens.
 * What a person or a script carries from a sign-in to whatever they do next. Knows accounts and
 * nothing of HTTP. {@code jwt} signs and checks access tokens, {@code desk} makes, refreshes and
 * revokes. Start at {@link dev.touchstone.rp.token.Token}.
 */
@NullMarked
package dev.touchstone.rp.token;

import org.jspecify.annotations.NullMarked;
