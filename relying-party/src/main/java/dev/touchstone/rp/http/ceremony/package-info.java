/**
 * The two ceremonies over HTTP. Below it are {@code access}, {@code body} and the relying party
 * itself. Start at {@link dev.touchstone.rp.http.ceremony.RegistrationRoutes}.
 */
@NullMarked
package dev.touchstone.rp.http.ceremony;

import org.jspecify.annotations.NullMarked;
