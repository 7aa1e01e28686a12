package dev.touchstone.rp.store.sqlite;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.Credentials;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Credentials in the table {@code credential}. */
final class JdbcCredentials implements Credentials {

  private static final String SELECT =
      "SELECT credential.*, user.name FROM credential JOIN user ON user_handle = handle ";

  private static final String INSERT =
      """
      INSERT INTO credential (id, user_handle, label, aaguid, model, algorithm, transports,
        discoverable, user_verified, backup_eligible, backed_up, sign_count, attestation_format,
        trusted, possible_clone, created, rp_id, public_key, attestation_object,
        attestation_client_data)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Handle handle;

  JdbcCredentials(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<Credential> all() {
    return handle
        .createQuery(SELECT + "ORDER BY user.name, credential.created, credential.rowid")
        .map((row, context) -> credential(row))
        .list();
  }

  @Override
  public List<Credential> of(String userName) {
    return handle
        .createQuery(SELECT + "WHERE user.name = ? ORDER BY credential.created, credential.rowid")
        .bind(0, userName)
        .map((row, context) -> credential(row))
        .list();
  }

  @Override
  public Optional<CredentialRecord> find(Bytes id) {
    return handle
        .createQuery(SELECT + "WHERE id = ?")
        .bind(0, id.base64Url())
        .map((row, context) -> record(row))
        .findOne();
  }

  @Override
  public void add(CredentialRecord record) {
    Credential credential = record.credential();
    handle.execute(
        INSERT,
        credential.id(),
        record.userHandle().base64Url(),
        credential.label(),
        credential.aaguid(),
        credential.model().orElse(null),
        credential.algorithm(),
        String.join(" ", credential.transports()),
        credential.discoverable().orElse(null),
        credential.userVerified(),
        credential.backupEligible(),
        credential.backedUp(),
        credential.signCount(),
        credential.attestationFormat(),
        credential.trusted(),
        credential.possibleClone(),
        credential.created().toEpochMilli(),
        record.rpId(),
        record.publicKey().toArray(),
        record.attestationObject().toArray(),
        record.attestationClientData().toArray());
  }

  @Override
  public void used(Bytes id, Use use) {
    handle.execute(
        """
        UPDATE credential
        SET sign_count = ?, backed_up = ?, user_verified = ?, possible_clone = ?, last_used = ?
        WHERE id = ?
        """,
        use.signCount(),
        use.backedUp(),
        use.userVerified(),
        use.possibleClone(),
        use.when().toEpochMilli(),
        id.base64Url());
  }

  @Override
  public void suspectClone(Bytes id) {
    handle.execute("UPDATE credential SET possible_clone = 1 WHERE id = ?", id.base64Url());
  }

  @Override
  public boolean relabel(Bytes id, String label) {
    return handle.execute("UPDATE credential SET label = ? WHERE id = ?", label, id.base64Url())
        == 1;
  }

  @Override
  public boolean delete(Bytes id) {
    return handle.execute("DELETE FROM credential WHERE id = ?", id.base64Url()) == 1;
  }

  private static CredentialRecord record(ResultSet row) throws SQLException {
    return new CredentialRecord(
        credential(row),
        Bytes.ofBase64Url(row.getString("user_handle")),
        Bytes.of(row.getBytes("public_key")),
        Bytes.of(row.getBytes("attestation_object")),
        Bytes.of(row.getBytes("attestation_client_data")),
        row.getString("rp_id"));
  }

  private static Credential credential(ResultSet row) throws SQLException {
    return new Credential(
        row.getString("id"),
        row.getString("name"),
        row.getString("label"),
        row.getString("aaguid"),
        Optional.ofNullable(row.getString("model")),
        row.getString("algorithm"),
        words(row.getString("transports")),
        Columns.flag(row, "discoverable"),
        row.getBoolean("user_verified"),
        row.getBoolean("backup_eligible"),
        row.getBoolean("backed_up"),
        row.getLong("sign_count"),
        row.getString("attestation_format"),
        row.getBoolean("trusted"),
        row.getBoolean("possible_clone"),
        Instant.ofEpochMilli(row.getLong("created")),
        Columns.instant(row, "last_used"));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
