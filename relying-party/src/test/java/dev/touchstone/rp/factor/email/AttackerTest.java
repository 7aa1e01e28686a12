package dev.touchstone.rp.factor.email;

import static dev.touchstone.rp.factor.FactorScene.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditLog;
import dev.touchstone.rp.audit.AuditPage;
import dev.touchstone.rp.audit.AuditPlace;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.factor.FactorScene;
import dev.touchstone.rp.factor.email.check.CodeLimits;
import dev.touchstone.rp.store.DatabaseKind;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import dev.touchstone.rp.store.OpenDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with 10,000 addresses, for more than a day. */
class AttackerTest {

  private static final int ADDRESSES = 10_000;
  private static final int MINUTES = 30 * 60;
  private static final int GUESSES_A_MINUTE = 3;
  private static final int VISIT = 360;

  @TempDir private Path folder;

  /** Comparisons at a moment. */
  private record Guess(Instant when, int compared) {}

  @Test
  void guessingAllDayStaysUnderOneInAMillionAndLocksNobodyOut() throws Exception {
    Random random = new Random(7);
    int visits = 0;
    try (FactorScene scene = new FactorScene(folder, DatabaseKind.SQLITE)) {
      scene.registered(ADA);
      for (int minute = 1; minute <= MINUTES; minute++) {
        scene.clock.advance(Duration.ofMinutes(1));
        for (int i = 0; i < GUESSES_A_MINUTE; i++) {
          Caller somewhere = FactorScene.from(random.nextInt(ADDRESSES));
          scene.rp.emailCodes().recovery().begin(ADA, somewhere);
          String guess = String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000));
          assertThat(scene.rp.emailCodes().recovery().finish(ADA, guess, "", somewhere)).isEmpty();
        }
        if (minute % VISIT == 0) {
          // the person, on a journey: from an address that nobody has seen
          Caller hotel = new Caller("", "203.0.113." + minute / VISIT, "browser");
          scene.rp.emailCodes().recovery().begin(ADA, hotel);
          String code = scene.code(ADA).orElseThrow();
          assertThat(scene.rp.emailCodes().recovery().finish(ADA, code, "", hotel))
              .as("minute " + minute)
              .isPresent();
          visits++;
        }
      }
    }
    assertThat(visits).isEqualTo(MINUTES / VISIT);
    List<Guess> guesses = guesses();
    assertThat(guesses.stream().mapToInt(Guess::compared).sum()).isPositive();
    for (Guess last : guesses) {
      Instant dayBefore = last.when().minus(Duration.ofDays(1));
      int compared =
          guesses.stream()
              .filter(it -> it.when().isAfter(dayBefore) && !it.when().isAfter(last.when()))
              .mapToInt(Guess::compared)
              .sum();
      assertThat(compared / 1e8).isLessThan(1e-6);
    }
    assertThat(CodeLimits.USUAL.chanceInADay()).isLessThan(1e-6);
  }

  private List<Guess> guesses() throws Exception {
    List<Guess> guesses = new ArrayList<>();
    AuditFilter recoveries = AuditFilter.ALL.events(List.of(AuditEvents.RECOVERY));
    try (Store store = OpenDatabase.at(new SqliteFile(folder.resolve("touchstone.db")))) {
      Optional<AuditPlace> after = Optional.empty();
      do {
        Optional<AuditPlace> from = after;
        AuditPage page =
            store.read(
                it -> it.auditLog().page(recoveries, AuditLog.Order.OLDEST_FIRST, from, 1000));
        for (AuditRow row : page.rows()) {
          int compared = Integer.parseInt(row.facts().getOrDefault("compared", "0"));
          if (compared > 0) {
            guesses.add(new Guess(row.when(), compared));
          }
        }
        after = page.next();
      } while (after.isPresent());
    }
    return guesses;
  }
}
