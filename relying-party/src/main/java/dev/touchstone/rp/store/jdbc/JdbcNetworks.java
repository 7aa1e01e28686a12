package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.factor.Networks;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Known networks in the table {@code known_network}. */
final class JdbcNetworks implements Networks {

  private final Handle handle;

  JdbcNetworks(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<String> of(Bytes userHandle, int limit) {
    return handle
        .createQuery(
            "SELECT network FROM known_network WHERE user_handle = ? ORDER BY seen DESC, network"
                + " LIMIT ?")
        .bind(0, userHandle.base64Url())
        .bind(1, limit)
        .mapTo(String.class)
        .list();
  }

  @Override
  public void seen(Bytes userHandle, String network, Instant now) {
    handle.execute(
        """
        INSERT INTO known_network (user_handle, network, seen) VALUES (?, ?, ?)
        ON CONFLICT (user_handle, network) DO UPDATE SET seen = excluded.seen
        """,
        userHandle.base64Url(),
        network,
        now.toEpochMilli());
  }
}
