import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/**
 * A PostgreSQL server for measurements, from the binaries that the tests use, which syncs each
 * commit to its disk: prints the address of an empty database, and runs until its standard input
 * ends.
 *
 * <p>usage: java -cp TEST-CLASSPATH Postgres.java FOLDER
 *
 * <p>What is in FOLDER from an earlier run is there again.
 */
final class Postgres {

  private Postgres() {}

  public static void main(String[] arguments) throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(Path.of(arguments[0]))
            .setCleanDataDirectory(false)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("shared_buffers", "256MB")
            .start()) {
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT current_setting('fsync'), current_setting('synchronous_commit')")) {
        row.next();
        System.err.printf("fsync %s, synchronous_commit %s%n", row.getString(1), row.getString(2));
      }
      System.out.printf("postgresql://postgres@127.0.0.1:%d/postgres%n", server.getPort());
      while (System.in.read() >= 0) {
        // until nobody holds it any more
      }
    }
  }
}
