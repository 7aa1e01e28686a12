package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One challenge, answered at the same moment by several threads over two connections. */
class SingleUseTest {

  private static final int THREADS = 32;

  @ParameterizedTest
  @EnumSource
  void challengeIsUsedOnceHoweverManyAnswerAtOnce(DatabaseKind kind, @TempDir Path folder)
      throws Exception {
    try (Scene scene = new Scene(folder, kind);
        RelyingParty other = scene.open()) {
      scene.register("ada");
      PendingCeremony pending = scene.rp.beginAuthentication(AuthenticationRequest.forUser("ada"));
      String response = scene.browser.signIn(pending.optionsJson());

      List<Verdict> verdicts =
          together(number ->
              (number % 2 == 0 ? scene.rp : other).finishAuthentication(pending.id(), response));

      assertThat(verdicts).filteredOn(Verdict::accepted).hasSize(1);
      assertThat(verdicts)
          .filteredOn(verdict -> !verdict.accepted())
          .hasSize(THREADS - 1)
          .allSatisfy(verdict ->
              assertThat(verdict.failedSteps()).extracting(Step::number).containsExactly("7.2.11"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void registrationIsStoredOnceHoweverManyAnswerAtOnce(DatabaseKind kind, @TempDir Path folder)
      throws Exception {
    try (Scene scene = new Scene(folder, kind);
        RelyingParty other = scene.open()) {
      PendingCeremony pending = scene.rp.beginRegistration(RegistrationRequest.forUser("ada"));
      String response = scene.browser.register(pending.optionsJson());

      List<Verdict> verdicts =
          together(number ->
              (number % 2 == 0 ? scene.rp : other).finishRegistration(pending.id(), response));

      assertThat(verdicts).filteredOn(Verdict::accepted).hasSize(1);
      assertThat(other.credentials("ada")).hasSize(1);
    }
  }

  private interface Numbered {
    Verdict call(int number) throws Exception;
  }

  private static List<Verdict> together(Numbered work) throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(THREADS);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Verdict>> futures = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int number = i;
        Callable<Verdict> task =
            () -> {
              barrier.await();
              return work.call(number);
            };
        futures.add(threads.submit(task));
      }
      List<Verdict> verdicts = new ArrayList<>();
      for (Future<Verdict> future : futures) {
        verdicts.add(future.get());
      }
      return verdicts;
    }
  }
}
