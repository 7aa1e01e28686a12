package dev.touchstone.rp.http;

import static dev.touchstone.rp.http.Served.code;
import static dev.touchstone.rp.http.Served.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.verify.ChainReport;
import dev.touchstone.rp.http.guard.Rates;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabasePassword;
import dev.touchstone.rp.store.PostgresAddress;
import dev.touchstone.rp.store.sqlite.FullDisk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away, or its disk is full: told with a reason, and over when it is over. */
final class StoreGoneTest {

  private static final String ADA = "ada@example.org";

  @TempDir private Path folder;

  @Test
  void aDatabaseServerThatWentAwayIsToldUntilItIsBack() throws Exception {
    Path data = folder.resolve("server");
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().setDataDirectory(data).start();
    int port = postgres.getPort();
    // closed for the first time, it would take its folder along
    postgres.close();
    postgres = restart(data, port);
    PostgresAddress address =
        new PostgresAddress("127.0.0.1", port, "postgres", "postgres", Map.of());
    PostgresDatabase database = new PostgresDatabase(address, new DatabasePassword.None(), "here");
    try (Served served = new Served(folder, database, it -> it)) {
      served.register(ADA, served.browser);
      ObjectNode begun = served.assertion(ADA, served.browser);
      String token = json(served.signIn(ADA, served.browser)).get("access_token").asText();

      postgres.close();
      assertUnavailable(served.post("/login/complete", begun.toString()), "unreachable");
      assertUnavailable(served.get("/ready"), "unreachable");
      assertUnavailable(served.get("/users", Served.bearer(token)), "unreachable");
      assertThat(served.get("/health").statusCode()).isEqualTo(200);

      postgres = restart(data, port);
      assertThat(served.get("/ready").statusCode()).isEqualTo(200);
      assertThat(served.signIn(ADA, served.browser).statusCode()).isEqualTo(200);
      assertThat(served.trail(AuditEvents.SIGN_IN_COMPLETE)).hasSize(2);
      assertIntact(served);
    } finally {
      postgres.close();
    }
  }

  @Test
  void aDiskThatIsFullIsToldUntilThereIsRoom() throws Exception {
    try (FullDisk disk = FullDisk.in(folder);
        Served served = new Served(disk.folder(), it -> it.withRates(Rates.UNLIMITED))) {
      served.register(ADA, served.browser);
      ObjectNode begun = served.assertion(ADA, served.browser);
      disk.fill();
      int answered = answeredUntilFull(served);

      assertUnavailable(served.post("/login/complete", begun.toString()), "full");
      assertThat(served.get("/health").statusCode()).isEqualTo(200);
      assertThat(served.rp.credentials(ADA)).hasSize(1);

      disk.makeRoom();
      assertThat(served.post("/login/complete", begun.toString()).statusCode()).isEqualTo(200);
      assertThat(served.trail(AuditEvents.SIGN_IN_BEGIN))
          .as("each that was answered has its row, and none of the others")
          .hasSize(answered + 1);
      assertIntact(served);
    }
  }

  /** The file may have room inside of it: how many are answered until there is none. */
  private static int answeredUntilFull(Served served) throws Exception {
    for (int answered = 0; answered < 400; answered++) {
      HttpResponse<String> response = served.post("/login/begin", "{}");
      if (response.statusCode() != 200) {
        assertUnavailable(response, "full");
        return answered;
      }
    }
    throw new AssertionError("the disk was never full");
  }

  private static void assertUnavailable(HttpResponse<String> response, String reason)
      throws Exception {
    assertThat(code(response)).isEqualTo("503 unavailable");
    assertThat(json(response).get("detail").asText())
        .isEqualTo("The database cannot be used (%s).".formatted(reason));
    assertThat(response.headers().firstValue("Retry-After")).contains("5");
  }

  private static void assertIntact(Served served) throws Exception {
    List<ChainReport> chains =
        served.rp.administration().audit().verify(List.of(), _ -> Optional.empty(), _ -> {});
    assertThat(chains).isNotEmpty().allMatch(ChainReport::intact);
  }

  private static EmbeddedPostgres restart(Path data, int port) throws Exception {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }
}
