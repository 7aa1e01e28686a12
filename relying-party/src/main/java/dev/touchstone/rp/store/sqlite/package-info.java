/**
 * Keeps the records in one SQLite file. Implements the ports of the accounts and ceremonies above;
 * nothing else in the module speaks SQL. Start at {@link
 * dev.touchstone.rp.store.sqlite.SqliteStore}.
 */
@NullMarked
package dev.touchstone.rp.store.sqlite;

import org.jspecify.annotations.NullMarked;
