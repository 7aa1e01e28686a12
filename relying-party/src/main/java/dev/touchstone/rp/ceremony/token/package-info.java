/**
 * Ceremonies that travel with the client instead of waiting in a database. Start at {@link
 * dev.touchstone.rp.ceremony.token.ChallengeTokens}.
 */
@NullMarked
package dev.touchstone.rp.ceremony.token;

import org.jspecify.annotations.NullMarked;
