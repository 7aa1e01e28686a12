package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.Outcome;
import dev.touchstone.rp.audit.verify.ChainReport;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CeremonyReference.ByToken;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several relying parties on one database answer as one would. */
class ReplicasTest {

  private static final int SIGN_INS = 12;
  private static final Caller STRANGER = new Caller("", "192.0.2.1", "curl");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"POSTGRESQL, 2", "POSTGRESQL, 4", "SQLITE, 4"})
  void eachChallengeIsAcceptedByExactlyOneWhoeverBeganIt(DatabaseKind database, int count)
      throws Exception {
    try (Scene scene = new Scene(folder, database)) {
      scene.register("ada");
      List<RelyingParty> replicas = new ArrayList<>(List.of(scene.rp));
      while (replicas.size() < count) {
        replicas.add(scene.open());
      }
      for (int i = 0; i < SIGN_INS; i++) {
        RelyingParty first = replicas.get(i % count);
        PendingCeremony begun =
            first.beginAuthentication(AuthenticationRequest.forUser("ada"), STRANGER);
        String answer = scene.browser.signIn(begun.optionsJson());
        assertThat(answeredEverywhere(replicas, first.challengeToken(begun), answer))
            .as("of %d replicas that get answer %d", count, i)
            .containsOnlyOnce(true);
      }
      for (RelyingParty replica : replicas.subList(1, count)) {
        replica.close();
      }

      assertThat(scene.rp.credentials())
          .singleElement()
          .satisfies(it -> {
            assertThat(it.possibleClone()).isFalse();
            assertThat(it.signCount()).isEqualTo(SIGN_INS + 1);
          });
      assertThat(signIns(scene.rp)).isEqualTo(SIGN_INS);
      assertThat(
              scene.rp.administration().audit().verify(List.of(), _ -> Optional.empty(), _ -> {}))
          .isNotEmpty()
          .allMatch(ChainReport::intact);
    }
  }

  /** Whether each accepted, all being asked at the same time. */
  private static List<Boolean> answeredEverywhere(
      List<RelyingParty> replicas, String token, String answer) throws Exception {
    List<Callable<Verdict>> asked = new ArrayList<>();
    for (RelyingParty replica : replicas) {
      asked.add(() -> replica.finishAuthentication(new ByToken(token), answer, STRANGER));
    }
    List<Boolean> accepted = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(replicas.size())) {
      for (Future<Verdict> verdict : threads.invokeAll(asked)) {
        accepted.add(verdict.get().accepted());
      }
    }
    return accepted;
  }

  private static long signIns(RelyingParty rp) throws Exception {
    return rp.administration().audit().list(AuditFilter.ALL, Optional.empty(), 1000).rows().stream()
        .filter(row -> row.event().equals(AuditEvents.SIGN_IN_COMPLETE))
        .filter(row -> row.outcome().equals(Outcome.SUCCEEDED.word()))
        .count();
  }
}
