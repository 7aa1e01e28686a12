/**
 * The records as tables, in the SQL that SQLite and PostgreSQL share. The stores of either kind
 * open connections and transactions around it. Start at {@link
 * dev.touchstone.rp.store.jdbc.JdbcRecords}.
 */
@NullMarked
package dev.touchstone.rp.store.jdbc;

import org.jspecify.annotations.NullMarked;
