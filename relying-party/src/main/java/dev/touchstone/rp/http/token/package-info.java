/**
 * Tokens over HTTP: refreshed, revoked, introspected, made for scripts, and used. Below it are
 * {@code access}, {@code account} and {@code body}. Start at {@link
 * dev.touchstone.rp.http.token.TokenRoutes}.
 */
@NullMarked
package dev.touchstone.rp.http.token;

import org.jspecify.annotations.NullMarked;
