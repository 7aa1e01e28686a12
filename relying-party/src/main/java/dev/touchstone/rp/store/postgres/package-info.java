/**
 * Keeps the records in a PostgreSQL database, for teams and for several replicas of one relying
 * party. Start at {@link dev.touchstone.rp.store.postgres.PostgresStore}.
 */
@NullMarked
package dev.touchstone.rp.store.postgres;

import org.jspecify.annotations.NullMarked;
