package dev.touchstone.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.settings.ServeSettings;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.audit.AuditUseCases;
import dev.touchstone.app.usecase.serve.ServeWish;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.verify.ChainReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose settings say how old rows become takes older ones out of the audit trail. */
final class ServeRetentionTest {

  private static final Instant LONG_AGO = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration AGE = Duration.ofDays(400);

  @TempDir private Path data;

  @Test
  void whatIsOlderGoesAndTheRestCanBeVerified() throws Exception {
    served(LONG_AGO, ServeSettings.USUAL);
    Wiring now = wiring(LONG_AGO.plus(AGE).plusSeconds(1), ServeSettings.USUAL);
    try (var _ = now.serveHttp().run(wish())) {
      assertThat(trail(now)).extracting(AuditRow::when).contains(LONG_AGO);
    }

    Wiring pruning =
        wiring(LONG_AGO.plus(AGE).plusSeconds(2), ServeSettings.USUAL.withAuditRetention(AGE));
    try (var _ = pruning.serveHttp().run(wish())) {
      while (trail(pruning).stream().anyMatch(it -> it.when().equals(LONG_AGO))) {
        Thread.sleep(20);
      }
      assertThat(trail(pruning)).extracting(AuditRow::event).contains("audit.retain");
      assertThat(pruning.audit().verify(Optional.empty(), _ -> {})).allMatch(ChainReport::intact);
    }
  }

  @Test
  void whatIsNotOlderStays() throws Exception {
    served(LONG_AGO, ServeSettings.USUAL);
    served(LONG_AGO.plus(AGE), ServeSettings.USUAL.withAuditRetention(AGE));
    assertThat(trail(wiring(LONG_AGO, ServeSettings.USUAL)))
        .extracting(AuditRow::event)
        .containsExactly("server.stop", "server.start", "server.stop", "server.start");
  }

  private void served(Instant when, ServeSettings serve) throws Exception {
    wiring(when, serve).serveHttp().run(wish()).close();
  }

  private Wiring wiring(Instant when, ServeSettings serve) {
    Settings settings = Settings.usual(data).withServe(serve);
    return new Wiring(settings, VirtualKeys::new, InstantSource.fixed(when));
  }

  private static ServeWish wish() {
    return new ServeWish("127.0.0.1", 0, false, List.of(), Optional.empty());
  }

  private static List<AuditRow> trail(Wiring wiring) throws Exception {
    AuditUseCases audit = wiring.audit();
    return audit.list(AuditFilter.ALL, Optional.empty(), 100).rows();
  }
}
