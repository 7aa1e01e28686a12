/**
 * Access tokens as JSON Web Tokens, and the keys that sign them. Start at {@link
 * dev.touchstone.rp.token.jwt.AccessTokens}.
 */
@NullMarked
package dev.touchstone.rp.token.jwt;

import org.jspecify.annotations.NullMarked;
