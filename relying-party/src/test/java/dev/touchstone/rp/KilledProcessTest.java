package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.verify.ChainReport;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that does nothing but register is killed at arbitrary moments, over and over on the
 * same database. Whatever it said was stored must be there, and nothing may be there by halves.
 */
class KilledProcessTest {

  private static final Predicate<String> WHOLE_LINE =
      Pattern.compile("[A-Za-z0-9_-]{20,}\\.").asMatchPredicate();
  private static final int KILLS = 4;
  private static final int MOST_REGISTRATIONS = 12;
  private static final int LONGEST_DELAY_NANOS = 8_000_000;

  @Test
  void killedWhileRegisteringLeavesEachCredentialWhollyThereOrNot(@TempDir Path folder)
      throws Exception {
    Random random = new Random(2026_11_20);
    Set<String> promised = new HashSet<>();
    for (int i = 0; i < KILLS; i++) {
      promised.addAll(registerAndKill(folder, random));
      assertThat(integrity(folder)).isEqualTo("ok");
      try (Scene scene = new Scene(folder)) {
        List<Credential> stored = scene.rp.credentials();
        assertThat(stored).extracting(Credential::id).containsAll(promised);
        assertThat(stored)
            .allSatisfy(it -> {
              assertThat(it.algorithm()).isEqualTo("ES256");
              assertThat(it.attestationFormat()).isEqualTo("packed");
            });
        assertThat(audited(folder)).containsAll(promised);
        assertThat(
                scene.rp.administration().audit().verify(List.of(), _ -> Optional.empty(), _ -> {}))
            .isNotEmpty()
            .allMatch(ChainReport::intact);
        assertThat(scene.rp.users()).extracting(User::credentials).allMatch(count -> count <= 1);
        assertThat(scene.register("survivor " + i).accepted()).isTrue();
        assertThat(scene.signIn("survivor " + i).accepted()).isTrue();
      }
    }
    assertThat(promised).isNotEmpty();
  }

  /** The ids that the process said were stored before it was killed. */
  private static List<String> registerAndKill(Path folder, Random random) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Registering.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int registrations = 1 + random.nextInt(MOST_REGISTRATIONS);
    int delay = random.nextInt(LONGEST_DELAY_NANOS);
    List<String> promised = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      while (promised.size() < registrations) {
        promised.add(readId(output));
      }
      long until = System.nanoTime() + delay;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      // Through the handle, because a Process that is destroyed closes its output as well.
      process.toHandle().destroyForcibly();
      output.lines().filter(WHOLE_LINE).map(KilledProcessTest::id).forEach(promised::add);
    }
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return promised;
  }

  private static String readId(BufferedReader output) throws Exception {
    String line = output.readLine();
    while (line != null && !WHOLE_LINE.test(line)) {
      line = output.readLine();
    }
    assertThat(line).as("the process ended by itself").isNotNull();
    return id(line);
  }

  /** Without the full stop, which tells that the line was written to its end. */
  private static String id(String line) {
    return line.substring(0, line.length() - 1);
  }

  /** The credentials of which the audit trail says that they were registered. */
  private static List<String> audited(Path folder) throws Exception {
    List<String> ids = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("touchstone.db"));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT credential FROM audit"
                    + " WHERE event = 'registration.complete' AND outcome = 'succeeded'")) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  private static String integrity(Path folder) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("touchstone.db"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
      return row.getString(1);
    }
  }

  /** The process that is killed. */
  static final class Registering {

    private Registering() {}

    public static void main(String[] arguments) throws Exception {
      try (Scene scene = new Scene(Path.of(arguments[0]))) {
        for (int i = 0; ; i++) {
          String user = "user %d of %d".formatted(i, ProcessHandle.current().pid());
          System.out.println(scene.register(user).credential().orElseThrow().id() + ".");
        }
      }
    }
  }
}
