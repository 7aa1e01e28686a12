package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.attestation.mds.BlobMark;
import dev.touchstone.rp.attestation.mds.KeptBlob;
import dev.touchstone.rp.attestation.mds.MetadataRows;
import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Metadata in the table {@code metadata_blob}. */
final class JdbcMetadataRows implements MetadataRows {

  private final Handle handle;
  private final Writers writers;

  JdbcMetadataRows(Handle handle, Writers writers) {
    this.handle = handle;
    this.writers = writers;
  }

  @Override
  public List<BlobMark> marks() {
    return handle
        .createQuery("SELECT source, digest, fetched FROM metadata_blob ORDER BY source")
        .map((row, context) ->
            new BlobMark(
                row.getString("source"),
                row.getString("digest"),
                Instant.ofEpochMilli(row.getLong("fetched"))))
        .list();
  }

  /** Rows that are locked would not keep others from adding one. */
  @Override
  public List<BlobMark> lockedMarks() {
    if (writers == Writers.SEVERAL) {
      handle.execute("LOCK TABLE metadata_blob IN EXCLUSIVE MODE");
    }
    return marks();
  }

  @Override
  public List<KeptBlob> all() {
    return handle
        .createQuery("SELECT * FROM metadata_blob ORDER BY source")
        .map((row, context) ->
            new KeptBlob(
                row.getString("source"),
                row.getString("jws"),
                Optional.ofNullable(row.getString("etag")),
                row.getLong("number"),
                LocalDate.parse(row.getString("next_update")),
                Instant.ofEpochMilli(row.getLong("fetched"))))
        .list();
  }

  @Override
  public void put(KeptBlob blob) {
    delete(blob.source());
    handle.execute(
        """
        INSERT INTO metadata_blob (source, digest, fetched, number, next_update, etag, jws)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        blob.source(),
        blob.mark().digest(),
        blob.fetched().toEpochMilli(),
        blob.number(),
        blob.nextUpdate().toString(),
        blob.etag().orElse(null),
        blob.jws());
  }

  @Override
  public boolean delete(String source) {
    return handle.execute("DELETE FROM metadata_blob WHERE source = ?", source) == 1;
  }
}
