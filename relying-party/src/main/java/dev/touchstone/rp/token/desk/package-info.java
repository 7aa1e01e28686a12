/**
 * Makes, checks, refreshes, lists and revokes tokens. Start at {@link
 * dev.touchstone.rp.token.desk.TokenDesk}.
 */
@NullMarked
package dev.touchstone.rp.token.desk;

import org.jspecify.annotations.NullMarked;
