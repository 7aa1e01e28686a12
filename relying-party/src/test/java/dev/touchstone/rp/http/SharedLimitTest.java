package dev.touchstone.rp.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.MovableClock;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.address.AddressRange;
import dev.touchstone.rp.audit.address.ForwardedAddress;
import dev.touchstone.rp.http.guard.Rates;
import dev.touchstone.rp.limit.Allowance;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.store.DatabaseKind;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.postgres.PostgresServer;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often one may try, at one server and at several that share a database. */
final class SharedLimitTest {

  private static final String OFFICE = "192.0.2.1";
  private static final String ATTACKER = "198.51.100.7";

  @TempDir private Path folder;

  private final MovableClock clock = new MovableClock();

  /** One of several that share a database, behind a proxy that tells where requests came from. */
  private final class Replica implements AutoCloseable {

    private final RelyingParty rp;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();

    Replica(DatabaseLocation database, Rates rates) throws Exception {
      KeyPlace keys = new KeyPlace.Outside(new KeyFile(folder.resolve("secret.key")));
      rp =
          RelyingParty.open(
              Settings.standard(database, keys, TrustAnchors.none(), clock, new SecureRandom()));
      ForwardedAddress proxy =
          new ForwardedAddress(
              List.of(AddressRange.parse("127.0.0.1/32")), ForwardedAddress.Header.X_FORWARDED_FOR);
      server =
          HttpServer.start(
              rp,
              ServerSettings.usual("localhost", TokenKey.Kind.ES256, clock)
                  .withForwarded(proxy)
                  .withRates(rates),
              ListeningSocket.bind("127.0.0.1", 0));
    }

    HttpResponse<String> signIn(String email, String from) throws Exception {
      URI at = URI.create("http://127.0.0.1:%d/login/begin".formatted(server.port()));
      return http.send(
          HttpRequest.newBuilder(at)
              .header("Content-Type", "application/json")
              .header("X-Forwarded-For", from)
              .POST(BodyPublishers.ofString("{\"email\":\"%s\"}".formatted(email)))
              .build(),
          BodyHandlers.ofString());
    }

    int status(String email, String from) throws Exception {
      return signIn(email, from).statusCode();
    }

    @Override
    public void close() {
      http.close();
      server.close();
      rp.close();
    }
  }

  private static Rates perAccount(int count) {
    return new Rates(new Allowance(600, 600), new Allowance(count, count), Rates.USUAL.tokens());
  }

  @Test
  void twoServersOnOneDatabaseCountTogether() throws Exception {
    DatabaseLocation database = DatabaseKind.POSTGRESQL.empty(folder);
    try (Replica one = new Replica(database, perAccount(3));
        Replica other = new Replica(database, perAccount(3))) {
      assertThat(one.status("ada@example.org", OFFICE)).isEqualTo(200);
      assertThat(other.status("ada@example.org", OFFICE)).isEqualTo(200);
      assertThat(one.status("ADA@example.org", OFFICE)).isEqualTo(200);

      HttpResponse<String> refused = other.signIn("ada@example.org", OFFICE);
      assertThat(Served.code(refused)).isEqualTo("429 rate_limited");
      assertThat(refused.headers().firstValue("Retry-After")).contains("20");
      assertThat(one.status("ada@example.org", OFFICE)).isEqualTo(429);

      clock.advance(Duration.ofSeconds(20));
      assertThat(other.status("ada@example.org", OFFICE)).isEqualTo(200);
      assertThat(one.status("ada@example.org", OFFICE)).isEqualTo(429);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoeverFloodsAnAccountLocksOnlyThemselvesOut(DatabaseKind kind) throws Exception {
    try (Replica server = new Replica(kind.empty(folder), perAccount(2))) {
      for (int i = 0; i < 2; i++) {
        assertThat(server.status("ada@example.org", ATTACKER)).isEqualTo(200);
      }
      assertThat(server.status("ada@example.org", ATTACKER)).isEqualTo(429);

      assertThat(server.status("ada@example.org", OFFICE)).isEqualTo(200);
      assertThat(server.status("bob@example.org", ATTACKER)).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFloodIsOneRowOfTheAuditTrailAMinute(DatabaseKind kind) throws Exception {
    Rates rates = new Rates(new Allowance(1, 1), Allowance.UNLIMITED, Rates.USUAL.tokens());
    try (Replica server = new Replica(kind.empty(folder), rates)) {
      assertThat(server.status("ada@example.org", "2001:db8::1")).isEqualTo(200);
      for (int i = 0; i < 5; i++) {
        // an IPv6 network of 64 bits is one household
        assertThat(server.status("ada@example.org", "2001:db8::" + i)).isEqualTo(429);
      }
      List<AuditRow> rows =
          server
              .rp
              .administration()
              .audit()
              .list(AuditFilter.ALL.events(List.of("access")), Optional.empty(), 10)
              .rows();
      assertThat(rows).extracting(AuditRow::reason).containsExactly("too many requests");
    }
  }

  @Test
  void expiredRowsOfTheSharedTableAreSwept() throws Exception {
    PostgresDatabase database = PostgresServer.shared().newDatabase();
    try (Replica server = new Replica(database, perAccount(3))) {
      Allowance often = new Allowance(10, 10);
      for (int i = 0; i < 300; i++) {
        assertThat(server.rp.allowances().take("stranger " + i, often)).isZero();
      }
      PostgresServer.shared().run(database, "UPDATE rate_limit SET expires_at = 1");
      for (int i = 0; i < 300; i++) {
        assertThat(server.rp.allowances().take("one", new Allowance(1000, 1000))).isZero();
      }
      // what was never swept would make this a division by zero
      PostgresServer.shared()
          .run(database, "SELECT 1 / (CASE WHEN count(*) < 50 THEN 1 ELSE 0 END) FROM rate_limit");
    }
  }
}
