import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.desk.person.Hits;
import dev.touchstone.rp.desk.person.PersonSearch;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabasePassword;
import dev.touchstone.rp.store.PostgresAddress;
import dev.touchstone.rp.store.postgres.PostgresStore;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Finds people as the help desk does, each text 200 times, and prints how long that took.
 *
 * <p>usage: java -cp CLASSES Find.java DATABASE TEXT…
 *
 * <p>The people are made by people.py. DATABASE is its file, or the postgresql: address to which
 * "touchstone database move" has copied it.
 */
final class Find {

  private static final int TIMES = 200;

  private Find() {}

  private static Store open(String database) throws Exception {
    if (!database.startsWith("postgresql:")) {
      return SqliteStore.open(Path.of(database), SqliteStore.PATIENCE);
    }
    return PostgresStore.open(
        new PostgresDatabase(
            PostgresAddress.parse(database), new DatabasePassword.None(), "measurement"),
        PostgresStore.CONNECTIONS,
        PostgresStore.PATIENCE);
  }

  public static void main(String[] arguments) throws Exception {
    try (Store store = open(arguments[0])) {
      PersonSearch search = new PersonSearch(store);
      for (String text : Arrays.copyOfRange(arguments, 1, arguments.length)) {
        long[] took = new long[TIMES];
        Hits hits = search.find(text, 0, 20);
        for (int i = 0; i < TIMES; i++) {
          long begun = System.nanoTime();
          hits = search.find(text, 0, 20);
          took[i] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        System.out.printf(
            "%-40s %2d%s hits  median %6.2f ms  99%% %6.2f ms%n",
            text,
            hits.hits().size(),
            hits.more() ? "+" : " ",
            took[TIMES / 2] / 1e6,
            took[TIMES * 99 / 100] / 1e6);
      }
    }
  }
}
