package dev.touchstone.app.doctor;

import dev.touchstone.rp.Databases;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import dev.touchstone.rp.store.DatabaseReport;
import dev.touchstone.rp.store.sqlite.DatabaseHealth;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the relying party's database can be used. Reads only. */
record DatabaseExamination(DatabaseLocation location) {

  private static final String AREA = "Data";

  Finding look() {
    return switch (location) {
      case SqliteFile it -> file(it.file());
      case PostgresDatabase it -> server(it);
    };
  }

  private static Finding file(Path file) {
    if (!Files.exists(file)) {
      return Finding.fine(
          AREA, "database", "It is not there yet; the first registration makes it.");
    }
    if (!Files.isWritable(file)) {
      return Finding.broken(
          AREA, "database", file + " cannot be written.", "Give yourself permission.");
    }
    DatabaseHealth health = DatabaseHealth.of(file);
    if (!health.damage().isEmpty()) {
      return Finding.broken(
          AREA,
          "database",
          "%s is damaged or no database of ours: %s.".formatted(file, health.damage()),
          "Take a copy of the file, then restore a backup, or move it away to begin anew.");
    }
    if (health.schema() > health.newest()) {
      return newer(health.schema(), health.newest());
    }
    return Finding.fine(
        AREA, "database", "It is sound, its schema is %d.".formatted(health.schema()));
  }

  private static Finding newer(int schema, int newest) {
    return Finding.broken(
        AREA,
        "database",
        "Its schema %d is of a newer Touchstone; this one knows %d.".formatted(schema, newest),
        "Use the newer program.");
  }

  private static Finding server(PostgresDatabase database) {
    DatabaseReport report;
    try {
      report = Databases.report(database).orElseThrow();
    } catch (RelyingPartyException e) {
      String[] sentences = String.valueOf(e.getMessage()).split("; ", 2);
      return Finding.broken(
          AREA,
          "database",
          sentences[0] + ".",
          sentences.length < 2 ? "" : SecretKeyExamination.capital(sentences[1]));
    }
    if (!report.damage().isEmpty()) {
      return Finding.broken(
          AREA,
          "database",
          "%s cannot be used: %s.".formatted(database, report.damage()),
          "Make an empty database with 'createdb', and name that.");
    }
    if (report.schema() > report.newest()) {
      return newer(report.schema(), report.newest());
    }
    String told =
        report.schema() == 0
            ? "%s is empty; the first command that needs it makes its tables.".formatted(database)
            : "%s can be reached, its schema is %d.".formatted(database, report.schema());
    return database.address().isLocal() || database.address().isVerified()
        ? Finding.fine(AREA, "database", told)
        : Finding.attention(
            AREA,
            "database",
            told + " The connection does not prove to which server it leads.",
            "Add ?sslmode=verify-full&sslrootcert=FILE to the URL.");
  }
}
