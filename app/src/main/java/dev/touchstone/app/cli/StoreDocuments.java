package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.secret.SecretKeys;
import dev.touchstone.rp.secret.SecretRow;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import dev.touchstone.rp.store.DatabaseReport;
import dev.touchstone.rp.store.move.TableContent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The documents of databases and secrets, written out as in {@link Documents}. */
final class StoreDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private StoreDocuments() {}

  static ObjectNode database(DatabaseLocation location, Optional<DatabaseReport> report) {
    ObjectNode document = MAKE.objectNode();
    document.put("kind", kind(location)).put("location", location.toString());
    document.put("exists", report.isPresent());
    report.ifPresent(it -> report(document, it));
    return document;
  }

  static ObjectNode backUp(Path file, DatabaseReport report) {
    ObjectNode document = MAKE.objectNode().put("file", file.toString());
    report(document, report);
    return document;
  }

  private static void report(ObjectNode document, DatabaseReport report) {
    document.put("schema", report.schema()).put("newestSchema", report.newest());
    document.put("bytes", report.bytes()).put("damage", report.damage());
    ObjectNode rows = document.putObject("rows");
    report.rows().forEach(rows::put);
    ObjectNode facts = document.putObject("facts");
    report.facts().forEach(facts::put);
  }

  static ObjectNode moved(
      DatabaseLocation from, String to, boolean done, List<TableContent> tables) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.put("from", from.toString()).put("to", to);
    var list = document.putArray("tables");
    for (TableContent table : tables) {
      ObjectNode item = list.addObject().put("table", table.table()).put("rows", table.rows());
      item.put("sha256", table.digest().isEmpty() ? null : table.digest());
    }
    return document;
  }

  static ObjectNode secrets(List<SecretRow> secrets) {
    ObjectNode document = MAKE.objectNode();
    var list = document.putArray("secrets");
    secrets.forEach(it -> list.add(secret(it)));
    return document;
  }

  static ObjectNode deleted(boolean done, SecretRow row) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("secret", secret(row));
    return document;
  }

  private static ObjectNode secret(SecretRow row) {
    return MAKE.objectNode()
        .put("name", row.name())
        .put("key", row.keyId())
        .put("changed", JsonTime.of(row.changed()));
  }

  static ObjectNode keys(boolean done, SecretKeys.State state) {
    ObjectNode document = MAKE.objectNode().put("done", done).put("place", state.place());
    var keys = document.putArray("keys");
    for (String id : state.ids()) {
      keys.addObject()
          .put("id", id)
          .put("current", id.equals(state.ids().getFirst()))
          .put("secrets", state.secrets().getOrDefault(id, 0));
    }
    return document;
  }

  private static String kind(DatabaseLocation location) {
    return switch (location) {
      case SqliteFile _ -> "sqlite";
      case PostgresDatabase _ -> "postgresql";
    };
  }
}
