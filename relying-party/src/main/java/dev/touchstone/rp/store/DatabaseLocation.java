package dev.touchstone.rp.store;

import java.nio.file.Path;

/** Where a relying party keeps its records. */
public sealed interface DatabaseLocation {

  /**
   * One file of this computer.
   *
   * @param file is made, with its folder, when it does not exist
   */
  record SqliteFile(Path file) implements DatabaseLocation {

    @Override
    public String toString() {
      return file.toString();
    }
  }

  /**
   * A database of a server, which several replicas may share.
   *
   * @param address which one
   * @param password how its user is authenticated
   * @param replica names the chains of audit rows that this process writes; no two processes that
   *     run at the same time should have the same name
   */
  record PostgresDatabase(PostgresAddress address, DatabasePassword password, String replica)
      implements DatabaseLocation {

    /** Without anything secret. */
    @Override
    public String toString() {
      return address.toString();
    }
  }
}
