package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.Users;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Accounts in the table {@code user}. */
final class JdbcUsers implements Users {

  private static final String SELECT =
      """
      SELECT handle, name, display_name, created, last_sign_in,
        (SELECT count(*) FROM credential WHERE user_handle = handle) AS credentials
      FROM user
      """;

  private final Handle handle;

  JdbcUsers(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<User> all() {
    return handle.createQuery(SELECT + "ORDER BY name").map((row, context) -> user(row)).list();
  }

  @Override
  public Optional<User> named(String name) {
    return handle
        .createQuery(SELECT + "WHERE name = ?")
        .bind(0, name)
        .map((row, context) -> user(row))
        .findOne();
  }

  @Override
  public Optional<User> withHandle(Bytes userHandle) {
    return handle
        .createQuery(SELECT + "WHERE handle = ?")
        .bind(0, userHandle.base64Url())
        .map((row, context) -> user(row))
        .findOne();
  }

  @Override
  public void add(User user) {
    handle.execute(
        "INSERT INTO user (handle, name, display_name, created) VALUES (?, ?, ?, ?)",
        user.handle(),
        user.name(),
        user.displayName(),
        user.created().toEpochMilli());
  }

  @Override
  public void signedIn(Bytes userHandle, Instant when) {
    handle.execute(
        "UPDATE user SET last_sign_in = ? WHERE handle = ?",
        when.toEpochMilli(),
        userHandle.base64Url());
  }

  @Override
  public boolean delete(String name) {
    return handle.execute("DELETE FROM user WHERE name = ?", name) == 1;
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getString("handle"),
        row.getString("name"),
        row.getString("display_name"),
        Instant.ofEpochMilli(row.getLong("created")),
        Columns.instant(row, "last_sign_in"),
        row.getInt("credentials"));
  }
}
