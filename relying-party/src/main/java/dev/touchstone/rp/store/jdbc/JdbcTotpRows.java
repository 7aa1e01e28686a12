package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.factor.totp.HashAlgorithm;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.factor.totp.TotpRow;
import dev.touchstone.rp.factor.totp.TotpRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Devices in the table {@code totp}, recovery codes in {@code recovery_code}. */
final class JdbcTotpRows implements TotpRows {

  private final Handle handle;

  JdbcTotpRows(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<TotpRow> find(Bytes userHandle) {
    return handle
        .createQuery("SELECT * FROM totp WHERE user_handle = ?")
        .bind(0, userHandle.base64Url())
        .map((row, context) ->
            new TotpRow(
                userHandle,
                new Totp(
                    HashAlgorithm.valueOf(row.getString("algorithm")),
                    row.getInt("digits"),
                    row.getInt("period")),
                Bytes.of(row.getBytes("secret")),
                row.getLong("last_step"),
                Instant.ofEpochMilli(row.getLong("created")),
                Columns.instant(row, "confirmed")))
        .findOne();
  }

  @Override
  public void put(TotpRow row) {
    handle.execute("DELETE FROM totp WHERE user_handle = ?", row.userHandle().base64Url());
    handle.execute(
        """
        INSERT INTO totp (user_handle, algorithm, digits, period, secret, last_step, created,
          confirmed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        row.userHandle().base64Url(),
        row.totp().algorithm().name(),
        row.totp().digits(),
        row.totp().period(),
        row.secret().toArray(),
        row.lastStep(),
        row.created().toEpochMilli(),
        row.confirmed().map(Instant::toEpochMilli).orElse(null));
  }

  @Override
  public boolean use(Bytes userHandle, long step) {
    return handle.execute(
            "UPDATE totp SET last_step = ? WHERE user_handle = ? AND last_step < ?",
            step,
            userHandle.base64Url(),
            step)
        == 1;
  }

  @Override
  public void confirm(Bytes userHandle, Instant now) {
    handle.execute(
        "UPDATE totp SET confirmed = ? WHERE user_handle = ?",
        now.toEpochMilli(),
        userHandle.base64Url());
  }

  @Override
  public boolean delete(Bytes userHandle) {
    handle.execute("DELETE FROM recovery_code WHERE user_handle = ?", userHandle.base64Url());
    return handle.execute("DELETE FROM totp WHERE user_handle = ?", userHandle.base64Url()) == 1;
  }

  @Override
  public void putRecoveryCodes(Bytes userHandle, List<String> digests) {
    handle.execute("DELETE FROM recovery_code WHERE user_handle = ?", userHandle.base64Url());
    for (String digest : digests) {
      handle.execute(
          "INSERT INTO recovery_code (user_handle, digest) VALUES (?, ?)",
          userHandle.base64Url(),
          digest);
    }
  }

  @Override
  public boolean useRecoveryCode(Bytes userHandle, String digest, Instant now) {
    return handle.execute(
            "UPDATE recovery_code SET used = ? WHERE user_handle = ? AND digest = ? AND used IS"
                + " NULL",
            now.toEpochMilli(),
            userHandle.base64Url(),
            digest)
        == 1;
  }

  @Override
  public int unusedRecoveryCodes(Bytes userHandle) {
    return handle
        .createQuery("SELECT count(*) FROM recovery_code WHERE user_handle = ? AND used IS NULL")
        .bind(0, userHandle.base64Url())
        .mapTo(int.class)
        .one();
  }
}
