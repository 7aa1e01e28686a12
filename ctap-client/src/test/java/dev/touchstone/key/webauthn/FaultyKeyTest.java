package dev.touchstone.key.webauthn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.fault.BehaviourFault;
import dev.touchstone.fixture.key.fault.CommandName;
import dev.touchstone.fixture.key.fault.DataFault;
import dev.touchstone.fixture.key.fault.Fault;
import dev.touchstone.fixture.key.fault.FaultFamily;
import dev.touchstone.fixture.key.fault.FaultKind;
import dev.touchstone.fixture.key.fault.FaultKind.NoticedBy;
import dev.touchstone.fixture.key.fault.FaultKinds;
import dev.touchstone.fixture.key.fault.FaultScript;
import dev.touchstone.fixture.key.fault.ScriptedFault;
import dev.touchstone.fixture.key.fault.Trigger;
import dev.touchstone.fixture.key.fault.WireFault;
import dev.touchstone.fixture.key.fault.WireFault.Sender;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.PluggedIn;
import dev.touchstone.key.ScriptedPerson;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.KeySession;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the client makes of a key that misbehaves, and that both are well afterwards. */
@Timeout(60)
class FaultyKeyTest {

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private volatile boolean ticking;
  private final List<String> committed = new CopyOnWriteArrayList<>();
  private final KeyRing ring = new KeyRing(List.of());
  private VirtualKey key;
  private KeySession session;

  @BeforeEach
  void plugInAKey() throws Exception {
    key =
        VirtualKey.open(
            KeyModels.TOUCHSTONE,
            Laboratory.forgetful(now::get, new SecureRandom()),
            Surroundings.forgetful().with(this::look));
    session = ring.open(new PluggedIn(key, PATIENCE));
    key.tellFaults(fault -> committed.add(fault.name()));
  }

  @AfterEach
  void unplugIt() throws Exception {
    session.close();
    ring.close();
    key.close();
  }

  /** The key's clock: it stands still, or goes on by a second whenever somebody looks. */
  private Instant look() {
    if (ticking) {
      now.updateAndGet(time -> time.plusSeconds(1));
    }
    return Objects.requireNonNull(now.get());
  }

  /** A fault of a registration, and how the registration ends; null: well. */
  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new BehaviourFault.SlowTouch(10), null),
        Arguments.of(new BehaviourFault.TouchDeclined(), KeyRefused.class),
        Arguments.of(new BehaviourFault.TouchTimesOut(), KeyRefused.class),
        Arguments.of(new BehaviourFault.Busy(1), NotPossible.class),
        Arguments.of(new BehaviourFault.KeepAliveStorm(500), null),
        Arguments.of(new BehaviourFault.NeverAnswers(), KeyGone.class),
        Arguments.of(new BehaviourFault.WorksForEver(), Stopped.class),
        Arguments.of(new BehaviourFault.StatusUnknown(0xDF), KeyRefused.class),
        Arguments.of(new BehaviourFault.StatusWrong(0x7F), KeyRefused.class),
        Arguments.of(new BehaviourFault.StatusWrong(0), ReplyGarbled.class),
        Arguments.of(new BehaviourFault.UnplugAtByte(0), KeyGone.class),
        Arguments.of(new BehaviourFault.UnplugAtByte(60), KeyGone.class),
        Arguments.of(new BehaviourFault.UnplugAfterPackets(0), KeyGone.class),
        Arguments.of(new BehaviourFault.UnplugAfterPackets(1), KeyGone.class),
        Arguments.of(new BehaviourFault.UnplugBeforeWork(), KeyGone.class),
        Arguments.of(new BehaviourFault.UnplugAfterWork(), KeyGone.class),
        Arguments.of(new DataFault.CborNotCanonical(DataFault.Deviation.LONG_HEAD), null),
        Arguments.of(new DataFault.CborNotCanonical(DataFault.Deviation.INDEFINITE), null),
        Arguments.of(new DataFault.ReplyCut(1), ReplyGarbled.class),
        Arguments.of(new WireFault.PacketLost(Sender.KEY, 0), ReplyGarbled.class),
        Arguments.of(new WireFault.PacketLost(Sender.KEY, 1), ReplyGarbled.class),
        Arguments.of(new WireFault.PacketLost(Sender.HOST, 0), KeyGone.class),
        Arguments.of(new WireFault.PacketLost(Sender.HOST, 1), ReplyGarbled.class),
        Arguments.of(new WireFault.PacketDoubled(Sender.KEY, 0), ReplyGarbled.class),
        Arguments.of(new WireFault.PacketDoubled(Sender.KEY, 1), ReplyGarbled.class),
        Arguments.of(new WireFault.PacketDoubled(Sender.HOST, 0), ReplyGarbled.class),
        Arguments.of(new WireFault.PacketDoubled(Sender.HOST, 1), ReplyGarbled.class),
        Arguments.of(new WireFault.PacketsSwapped(0), ReplyGarbled.class),
        Arguments.of(new WireFault.PacketsSwapped(1), ReplyGarbled.class),
        Arguments.of(new WireFault.WrongChannel(0), ReplyGarbled.class),
        Arguments.of(new WireFault.WrongChannel(1), ReplyGarbled.class),
        Arguments.of(new WireFault.WrongSequence(1), ReplyGarbled.class),
        Arguments.of(new WireFault.MessageTruncated(), KeyGone.class),
        Arguments.of(new WireFault.OversizedLength(65535), KeyGone.class),
        Arguments.of(new WireFault.WrongReplyCommand(), ReplyGarbled.class),
        Arguments.of(new WireFault.GarbageReport(), ReplyGarbled.class));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theClientEndsAsItShouldAndTheKeyRecovers(
      Fault fault, @Nullable Class<? extends Throwable> ending) throws Exception {
    misbehave(fault, CommandName.MAKE_CREDENTIAL);
    ticking = fault instanceof BehaviourFault.SlowTouch;
    Cancellation cancel = new Cancellation();
    if (fault instanceof BehaviourFault.WorksForEver) {
      key.tellFaults(told -> {
        committed.add(told.name());
        cancel.cancel();
      });
    }

    Throwable thrown = catchThrowable(() -> register("ada", cancel));

    assertThat(committed).containsExactly(fault.name());
    if (ending == null) {
      assertThat(thrown).isNull();
    } else {
      assertThat(thrown).isInstanceOf(ending);
      assertThat(thrown.getMessage()).matches("[A-Z].*\\.");
    }
    recover();
  }

  @Test
  void aStatusThatNobodyListsIsToldAsItIs() {
    misbehave(new BehaviourFault.StatusUnknown(0xDF), CommandName.MAKE_CREDENTIAL);

    Throwable thrown = catchThrowable(() -> register("ada", new Cancellation()));

    assertThat(thrown).isInstanceOf(KeyRefused.class);
    assertThat(((KeyRefused) thrown).status()).isEqualTo(CtapStatus.UNKNOWN);
    assertThat(((KeyRefused) thrown).code()).isEqualTo(0xDF);
  }

  @Test
  void aTouchThatIsDeclinedOrNeverComesIsToldApart() {
    misbehave(new BehaviourFault.TouchDeclined(), CommandName.MAKE_CREDENTIAL);
    assertRefused(CtapStatus.OPERATION_DENIED);

    misbehave(new BehaviourFault.TouchTimesOut(), CommandName.MAKE_CREDENTIAL);
    assertRefused(CtapStatus.USER_ACTION_TIMEOUT);
  }

  @Test
  void aBusyKeyLetsTheNextOneInWhenItIsDone() throws Exception {
    key.misbehave(
        new FaultScript(
            0,
            List.of(
                new ScriptedFault(
                    new BehaviourFault.Busy(2),
                    Trigger.ALWAYS.with(CommandName.MAKE_CREDENTIAL)))));

    List<Boolean> refused = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      refused.add(catchThrowable(() -> register("ada", new Cancellation())) != null);
    }

    assertThat(refused).containsExactly(true, true, false, true, true, false);
  }

  @Test
  void aKeyThatForgetsItsCredentialsRemembersThemWhenItBehaves() throws Exception {
    String id = register("ada", new Cancellation());
    misbehave(new BehaviourFault.ForgetsCredentials(), CommandName.GET_ASSERTION);

    Throwable thrown = catchThrowable(() -> signIn(id));

    assertThat(thrown).isNotNull();
    assertThat(committed).containsExactly("forgets-credentials");
    signIn(id);
  }

  @Test
  void everyFaultThatAClientNoticesIsTriedHereOrByItsOwnTest() {
    List<String> tried =
        Stream.concat(
                faults().map(arguments -> ((Fault) arguments.get()[0]).name()),
                Stream.of("forgets-credentials", "pin-tries-not-counted"))
            .toList();

    assertThat(FaultKinds.all())
        .filteredOn(
            kind -> kind.noticedBy() == NoticedBy.CLIENT || kind.family() == FaultFamily.WIRE)
        .extracting(FaultKind::name)
        .isSubsetOf(tried);
  }

  private void misbehave(Fault fault, CommandName command) {
    committed.clear();
    key.misbehave(
        new FaultScript(
            7, List.of(new ScriptedFault(fault, Trigger.ALWAYS.with(command).times(1)))));
  }

  private String register(String user, Cancellation cancel) throws Exception {
    ScriptedPerson person =
        new ScriptedPerson()
            .whenTouchIsWanted(() -> {
              if (!ticking) {
                now.updateAndGet(time -> time.plusSeconds(31));
              }
            });
    return Website.parse(
            WebAuthnClient.standard()
                .register(
                    Website.registering(user).json(), Website.ORIGIN, session, person, cancel))
        .get("id")
        .textValue();
  }

  private void signIn(String id) throws Exception {
    var _ =
        WebAuthnClient.standard()
            .authenticate(
                Website.signingIn().allowing(id).json(),
                Website.ORIGIN,
                session,
                new ScriptedPerson(),
                new Cancellation());
  }

  private void assertRefused(CtapStatus status) {
    Throwable thrown = catchThrowable(() -> register("ada", new Cancellation()));

    assertThat(thrown).isInstanceOf(KeyRefused.class);
    assertThat(((KeyRefused) thrown).status()).isEqualTo(status);
  }

  /** A new channel (CTAPHID_INIT) is all that it takes, after it was plugged in where need be. */
  private void recover() throws Exception {
    session.close();
    key.plugIn();
    session = ring.open(new PluggedIn(key, PATIENCE));
    assertThat(register("bob", new Cancellation())).isNotEmpty();
  }
}
