package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialDescriptor;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.CredentialState;
import dev.touchstone.rp.account.CredentialUse;
import dev.touchstone.rp.account.Credentials;
import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Credentials in the tables {@code credential} and {@code credential_state}. */
final class JdbcCredentials implements Credentials {

  private static final String SELECT =
      """
      SELECT credential.*, credential_state.*, account.name FROM credential
        JOIN credential_state ON credential_id = credential.id
        JOIN account ON user_handle = handle
      """;

  private static final String INSERT =
      """
      INSERT INTO credential (id, user_handle, label, aaguid, model, algorithm, transports,
        discoverable, backup_eligible, attestation_format, trusted, created, rp_id, public_key,
        attestation_object, attestation_client_data)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_STATE =
      """
      INSERT INTO credential_state (credential_id, user_verified, backed_up, sign_count,
        possible_clone, history)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private final Statements statements;
  private final Handle handle;
  private final SearchIndex index;
  private final Writers writers;
  private final Map<Bytes, Optional<CredentialRecord>> read = new HashMap<>();

  JdbcCredentials(Statements statements, Writers writers) {
    this.statements = statements;
    this.handle = statements.handle();
    this.index = new SearchIndex(statements, writers);
    this.writers = writers;
  }

  @Override
  public List<Credential> all() {
    return handle
        .createQuery(SELECT + "ORDER BY account.name, credential.created, credential.id")
        .map((row, context) -> credential(row))
        .list();
  }

  @Override
  public List<Credential> of(String userName) {
    return statements.all(
        SELECT + "WHERE account.name = ? ORDER BY credential.created, credential.id",
        JdbcCredentials::credential,
        userName);
  }

  @Override
  public List<CredentialDescriptor> descriptors(Bytes userHandle) {
    return statements.all(
        """
        SELECT id, transports FROM credential
        WHERE user_handle = ?
        ORDER BY created, id
        """,
        row -> new CredentialDescriptor(row.getString(1), words(row.getString(2))),
        userHandle.base64Url());
  }

  @Override
  public Optional<CredentialRecord> find(Bytes id) {
    return writers == Writers.NONE ? read.computeIfAbsent(id, it -> find(it, "")) : find(id, "");
  }

  @Override
  public Optional<CredentialState> stateToChange(Bytes id) {
    return statements.one(
        """
        SELECT sign_count, backed_up, user_verified, possible_clone, last_used, lost
        FROM credential_state WHERE credential_id = ?
        """
            + writers.lock(),
        row ->
            new CredentialState(
                row.getLong("sign_count"),
                row.getBoolean("backed_up"),
                row.getBoolean("user_verified"),
                row.getBoolean("possible_clone"),
                Columns.instant(row, "last_used"),
                Columns.instant(row, "lost")),
        id.base64Url());
  }

  @Override
  public Optional<CredentialRecord> findToChange(Bytes id) {
    return find(id, writers.lock());
  }

  private Optional<CredentialRecord> find(Bytes id, String ending) {
    return statements.one(
        SELECT + "WHERE credential.id = ?" + ending, JdbcCredentials::record, id.base64Url());
  }

  @Override
  public List<CredentialRecord> page(String after, int limit) {
    return handle
        .createQuery(SELECT + "WHERE credential.id > ? ORDER BY credential.id LIMIT ?")
        .bind(0, after)
        .bind(1, limit)
        .map((row, context) -> record(row))
        .list();
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
        credential.backupEligible(),
        credential.attestationFormat(),
        credential.trusted(),
        credential.created().toEpochMilli(),
        record.rpId(),
        record.publicKey().toArray(),
        record.attestationObject().toArray(),
        record.attestationClientData().toArray());
    handle.execute(
        INSERT_STATE,
        credential.id(),
        credential.userVerified(),
        credential.backedUp(),
        credential.signCount(),
        credential.possibleClone(),
        UseHistory.lines(credential.history()));
    if (!credential.label().isEmpty()) {
      index.refresh(record.userHandle().base64Url());
    }
  }

  @Override
  public boolean used(Bytes id, CredentialState seen, Use use) {
    int updated =
        statements.update(
            """
            UPDATE credential_state
            SET sign_count = ?, backed_up = ?, user_verified = ?, possible_clone = ?, last_used = ?,
              history = substr(? || history, 1, ?)
            WHERE credential_id = ? AND sign_count = ? AND backed_up = ? AND user_verified = ?
              AND possible_clone = ? AND last_used IS NOT DISTINCT FROM ?
              AND lost IS NOT DISTINCT FROM ?
            """,
            use.signCount(),
            use.backedUp(),
            use.userVerified(),
            use.possibleClone(),
            use.when().toEpochMilli(),
            UseHistory.line(
                new CredentialUse(use.when(), use.signCount(), use.backedUp(), use.address())),
            UseHistory.LENGTH,
            id.base64Url(),
            seen.signCount(),
            seen.backedUp(),
            seen.userVerified(),
            seen.possibleClone(),
            seen.lastUsed().map(Instant::toEpochMilli).orElse(null),
            seen.lost().map(Instant::toEpochMilli).orElse(null));
    return updated == 1;
  }

  @Override
  public void suspectClone(Bytes id) {
    handle.execute(
        "UPDATE credential_state SET possible_clone = ? WHERE credential_id = ?",
        true,
        id.base64Url());
  }

  @Override
  public boolean relabel(Bytes id, String label) {
    return indexed(
        owner(id),
        handle.execute("UPDATE credential SET label = ? WHERE id = ?", label, id.base64Url()) == 1);
  }

  @Override
  public void keepSerial(Bytes id, String serial) {
    statements.update(
        """
        INSERT INTO credential_serial (credential_id, serial) VALUES (?, ?)
        ON CONFLICT (credential_id) DO UPDATE SET serial = excluded.serial
        """,
        id.base64Url(),
        serial);
    owner(id).ifPresent(index::refresh);
  }

  @Override
  public Optional<String> serial(Bytes id) {
    return statements.one(
        "SELECT serial FROM credential_serial WHERE credential_id = ?",
        row -> row.getString(1),
        id.base64Url());
  }

  @Override
  public boolean lost(Bytes id, Instant since, boolean proven) {
    return statements.update(
            "UPDATE credential_state SET lost = ?, lost_proven = ? WHERE credential_id = ?",
            since.toEpochMilli(),
            proven,
            id.base64Url())
        == 1;
  }

  @Override
  public boolean found(Bytes id) {
    return statements.update(
            "UPDATE credential_state SET lost = NULL WHERE credential_id = ?", id.base64Url())
        == 1;
  }

  @Override
  public boolean provenLost(Bytes id) {
    return statements
        .one(
            "SELECT lost_proven FROM credential_state WHERE credential_id = ? AND lost IS NOT NULL",
            row -> row.getBoolean("lost_proven"),
            id.base64Url())
        .orElse(false);
  }

  private Optional<String> owner(Bytes id) {
    return statements.one(
        "SELECT user_handle FROM credential WHERE id = ?", row -> row.getString(1), id.base64Url());
  }

  private boolean indexed(Optional<String> owner, boolean changed) {
    owner.filter(_ -> changed).ifPresent(index::refresh);
    return changed;
  }

  @Override
  public boolean trust(Bytes id, boolean trusted) {
    return handle.execute("UPDATE credential SET trusted = ? WHERE id = ?", trusted, id.base64Url())
        == 1;
  }

  @Override
  public boolean delete(Bytes id) {
    return indexed(
        owner(id), handle.execute("DELETE FROM credential WHERE id = ?", id.base64Url()) == 1);
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
        Columns.instant(row, "last_used"),
        Columns.instant(row, "lost"),
        UseHistory.read(row.getString("history")));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }
}
