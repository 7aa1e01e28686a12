/**
 * A workshop for JWTs (RFC 7519): taken apart, verified step by step, changed and signed again,
 * well or deliberately badly, to find out what a server of one's own lets pass. Start at {@link
 * dev.touchstone.app.jwt.Jwt}.
 */
@NullMarked
package dev.touchstone.app.jwt;

import org.jspecify.annotations.NullMarked;
