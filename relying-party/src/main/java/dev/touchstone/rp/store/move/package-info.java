/**
 * Moves everything from an SQLite file to a PostgreSQL database, and proves that it arrived. Start
 * at {@link dev.touchstone.rp.store.move.DatabaseMove}.
 */
@NullMarked
package dev.touchstone.rp.store.move;

import org.jspecify.annotations.NullMarked;
