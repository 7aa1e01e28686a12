/**
 * A relying party as a ceremony sees it, and the one inside this program. Those on servers are in
 * {@code remote}; the use cases above do not tell them apart. Start at {@link
 * dev.touchstone.app.party.Party}.
 */
@NullMarked
package dev.touchstone.app.party;

import org.jspecify.annotations.NullMarked;
