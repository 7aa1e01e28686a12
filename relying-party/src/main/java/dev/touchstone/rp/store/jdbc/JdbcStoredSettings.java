package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.setting.StoredSettings;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Settings in the table {@code setting}. */
final class JdbcStoredSettings implements StoredSettings {

  private final Handle handle;

  JdbcStoredSettings(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<String> find(String name) {
    return handle
        .createQuery("SELECT value FROM setting WHERE name = ?")
        .bind(0, name)
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public void put(String name, String json, Instant now) {
    handle.execute(
        """
        INSERT INTO setting (name, value, changed) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed = excluded.changed
        """,
        name,
        json,
        now.toEpochMilli());
  }

  @Override
  public boolean delete(String name) {
    return handle.execute("DELETE FROM setting WHERE name = ?", name) == 1;
  }
}
