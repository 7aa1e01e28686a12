package dev.touchstone.app.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import com.yubico.yubikit.core.YubiKeyConnection;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.state.Tally;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.yubikit.Ctap;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.hid.ReportConnection;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One key, one job, and at most one trouble. */
final class Desk implements AutoCloseable {

  final VirtualKey key;
  final Person person;
  final Witness witness = new Witness();
  final Cancellation cancel = new Cancellation();
  final Facts before;
  private final Job job;

  Desk(Job job) throws Exception {
    this(job, new Person(List.of(Stock.PIN)));
  }

  Desk(Job job, Person person) throws Exception {
    this.job = job;
    this.person = person;
    this.key = job.stock().copy();
    this.before = facts();
  }

  /**
   * From opening the key to closing it.
   *
   * @return what was thrown
   */
  Optional<Exception> work(YubiKeyConnection wire) {
    try (KeySession session = KeySession.begin(Ctap.open(wire), witness.protocols())) {
      job.run(new Conversation(session, person, cancel), person);
      return Optional.empty();
    } catch (KeyException | WebAuthnException e) {
      return Optional.of(e);
    }
  }

  /** Without trouble. */
  Optional<Exception> work() throws IOException {
    return work(new ReportConnection(new TroubledCable(key, Optional.empty(), 0)));
  }

  /**
   * The key is as it was or as it was to be, and as the advice says; no try is lost that nobody
   * typed a PIN for, and that PIN is wiped with all that was derived from it.
   */
  void check(Optional<Exception> failure, Facts done, String what) throws IOException {
    Facts after = after();
    assertThat(after).as(what).isIn(before, done);
    assertThat(Tally.PIN_RETRIES - pinTries())
        .as("tries lost: %s", what)
        .isLessThanOrEqualTo(person.typed().isEmpty() ? 0 : 1);
    checkWiped(what);
    if (failure.isEmpty()) {
      assertThat(after).as(what).isEqualTo(done);
      return;
    }
    Advice advice = advice(failure.get());
    assertThat(advice.happened()).as(what).endsWith(".");
    assertThat(advice.next()).as(what).endsWith(".");
    if (!after.equals(before)) {
      assertThat(advice.cost())
          .as("%s: %s", what, failure)
          .containsPattern("not known|may have made");
    }
  }

  /** The arrays of PINs that were typed, and of all that was derived from them, are zero. */
  void checkWiped(String what) {
    assertThat(person.typed()).as(what).allSatisfy(pin -> assertThat(pin).containsOnly('\0'));
    assertThat(witness.derived())
        .as("derived: %s", what)
        .allSatisfy(secret -> assertThat(secret).containsOnly(0));
    assertThat(witness.secretsOpen()).as("secrets in common: %s", what).isZero();
  }

  private Advice advice(Exception failure) {
    return switch (failure) {
      case KeyException key -> Advisor.on(job.operation(), key);
      case WebAuthnException client -> Advisor.on(job.operation(), client);
      default -> throw new AssertionError(failure);
    };
  }

  /** Waits until the key is done with whatever it was at. */
  Facts after() throws IOException {
    key.close();
    return facts();
  }

  int pinTries() {
    return key.contents().tally().pinRetries();
  }

  private Facts facts() {
    return Facts.of(key.contents());
  }

  static KeySession open(VirtualKey key) throws KeyException, IOException {
    return KeySession.begin(
        Ctap.open(new ReportConnection(new TroubledCable(key, Optional.empty(), 0))),
        Ctap.pinUvAuthProtocols());
  }

  @Override
  public void close() throws IOException {
    key.close();
  }
}
