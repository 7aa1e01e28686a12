package dev.touchstone.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.EveryWire.Wire;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.RelyingParty;
import dev.touchstone.key.ctap.Selection;
import dev.touchstone.key.ctap.UserAccount;
import dev.touchstone.key.session.KeySession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Keys on all wires are used at the same time, each by a thread of its own. */
@Timeout(120)
class SeveralKeysAtOnceTest {

  private static final int ROUNDS = 20;

  private final List<EveryWire> keys = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @BeforeEach
  void plugThemIn() throws Exception {
    for (Wire wire : Wire.values()) {
      keys.add(EveryWire.to(KeyModels.TOUCHSTONE, wire));
      keys.add(EveryWire.to(KeyModels.CTAP20, wire));
    }
  }

  @AfterEach
  void putThemAway() throws Exception {
    threads.shutdownNow();
    for (EveryWire key : keys) {
      key.close();
    }
  }

  @Test
  void eachAnswersWhatItWasAskedAndNothingElse() throws Exception {
    CyclicBarrier together = new CyclicBarrier(keys.size());
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      int own = i;
      all.add(
          threads.submit(
              (Callable<Void>)
                  () -> {
                    together.await();
                    for (int round = 0; round < ROUNDS; round++) {
                      registerAndSignIn(keys.get(own), "key-%d.example".formatted(own));
                    }
                    return null;
                  }));
    }
    for (Future<?> one : all) {
      assertThat(one.get()).isNull();
    }
  }

  @Test
  void oneThatIsPulledOutDoesNotDisturbTheOthers() throws Exception {
    List<Future<?>> others = new ArrayList<>();
    for (EveryWire key : keys.subList(1, keys.size())) {
      others.add(
          threads.submit(
              (Callable<Void>)
                  () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                      registerAndSignIn(key, "others.example");
                    }
                    return null;
                  }));
    }
    keys.getFirst().key.unplug();

    assertThatThrownBy(() -> registerAndSignIn(keys.getFirst(), "gone.example"))
        .isInstanceOf(KeyException.KeyGone.class);
    for (Future<?> one : others) {
      assertThat(one.get()).isNull();
    }
  }

  @Test
  void twoProgramsOnOneKeyEachGetTheirOwnAnswersOrAreToldThatItIsBusy() throws Exception {
    EveryWire key = keys.getFirst();
    try (KeySession other = new KeyRing(List.of()).open(key.device())) {
      Future<?> own =
          threads.submit(
              (Callable<Void>)
                  () -> {
                    untilNotBusy(() -> registerAndSignIn(key, "one.example"));
                    return null;
                  });
      untilNotBusy(() -> {
        var _ = other.send(new Selection(), key.person, key.cancel);
      });
      assertThat(own.get()).isNull();
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  private static void untilNotBusy(Work work) throws Exception {
    while (true) {
      try {
        work.run();
        return;
      } catch (KeyException.NotPossible busy) {
        assertThat(busy.obstacle()).isEqualTo(KeyException.NotPossible.Obstacle.IN_USE);
        assertThat(busy).hasMessageEndingWith(".");
      }
    }
  }

  private static void registerAndSignIn(EveryWire key, String rpId) throws KeyException {
    Bytes hash = Bytes.of(rpId.getBytes(StandardCharsets.UTF_8)).sha256();
    MakeCredential.Reply made =
        key.conversation()
            .send(
                new MakeCredential(
                    hash,
                    new RelyingParty(rpId, "RP"),
                    new UserAccount(Bytes.of(new byte[] {1}), "ada", "Ada"),
                    List.of(-7),
                    List.of(),
                    MakeCredential.Extensions.NONE,
                    false,
                    false,
                    Optional.empty(),
                    OptionalInt.empty()));
    assertThat(made.authenticatorData().rpIdHash()).isEqualTo(hash);
    CredentialId id = made.authenticatorData().attestedCredential().orElseThrow().id();
    GetAssertion.Reply signed = key.conversation().send(signIn(rpId, hash, id));
    assertThat(signed.authenticatorData().rpIdHash()).isEqualTo(hash);
  }

  private static GetAssertion signIn(String rpId, Bytes hash, CredentialId id) {
    return new GetAssertion(
        rpId, hash, List.of(id), GetAssertion.Extensions.NONE, true, false, Optional.empty());
  }
}
