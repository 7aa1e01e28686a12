package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.factor.password.PasswordRows;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Hashes in the table {@code password}. */
final class JdbcPasswordRows implements PasswordRows {

  private final Handle handle;

  JdbcPasswordRows(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<String> find(Bytes userHandle) {
    return handle
        .createQuery("SELECT hash FROM password WHERE user_handle = ?")
        .bind(0, userHandle.base64Url())
        .mapTo(String.class)
        .findOne();
  }

  @Override
  public void put(Bytes userHandle, String hash, Instant now) {
    handle.execute(
        """
        INSERT INTO password (user_handle, hash, changed) VALUES (?, ?, ?)
        ON CONFLICT (user_handle) DO UPDATE SET hash = excluded.hash, changed = excluded.changed
        """,
        userHandle.base64Url(),
        hash,
        now.toEpochMilli());
  }

  @Override
  public boolean delete(Bytes userHandle) {
    return handle.execute("DELETE FROM password WHERE user_handle = ?", userHandle.base64Url())
        == 1;
  }
}
