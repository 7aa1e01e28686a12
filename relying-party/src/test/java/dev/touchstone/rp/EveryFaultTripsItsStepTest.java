package dev.touchstone.rp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.client.Lie;
import dev.touchstone.fixture.key.fault.DataFault;
import dev.touchstone.fixture.key.fault.Fault;
import dev.touchstone.fixture.key.fault.FaultKind;
import dev.touchstone.fixture.key.fault.FaultKind.NoticedBy;
import dev.touchstone.fixture.key.fault.FaultKinds;
import dev.touchstone.fixture.key.fault.Trip;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Step;
import dev.touchstone.rp.ceremony.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault that a server can notice makes exactly those steps fail that the catalogue names, and
 * nobody is registered or signed in; each that it cannot notice is let through.
 */
@SuppressWarnings("NullAway.Init") // the scene is set at the beginning of each test
class EveryFaultTripsItsStepTest {

  private static final String REGISTRATION = "§7.1 step ";
  private static final String SIGN_IN = "§7.2 step ";

  private static final String TRUST = REGISTRATION + 24;

  @TempDir private Path folder;
  private Scene scene;
  private final List<String> committed = new ArrayList<>();

  /** Trust is required where it is what the fault takes away: else a broken statement lacks it. */
  private void registerAda(FaultKind kind) throws Exception {
    boolean trustRequired = kind.trips().getFirst().clause().equals(TRUST);
    scene =
        new Scene(
            folder, KeyModels.TOUCHSTONE, settings -> settings.withTrustRequired(trustRequired));
    assertThat(scene.register("ada").accepted()).isTrue();
    assertThat(scene.signIn("ada").accepted()).isTrue();
    scene.key.tellFaults(fault -> committed.add(fault.name()));
  }

  @AfterEach
  void close() throws Exception {
    scene.close();
  }

  static Stream<FaultKind> atRegistration() {
    return withSteps(REGISTRATION);
  }

  static Stream<FaultKind> atSignIn() {
    return withSteps(SIGN_IN);
  }

  private static Stream<FaultKind> withSteps(String chapter) {
    return FaultKinds.all().stream()
        .filter(kind -> kind.trips().stream().anyMatch(trip -> trip.clause().startsWith(chapter)));
  }

  @ParameterizedTest
  @MethodSource("atRegistration")
  void registrationShowsIt(FaultKind kind) throws Exception {
    registerAda(kind);
    misbehave(kind);

    Verdict verdict = register(kind);

    assertThat(committed).contains(kind.name());
    assertVerdict(kind, verdict, numbers(kind, REGISTRATION, "7.1."));
    assertThat(scene.rp.user("bob").isPresent()).isEqualTo(verdict.accepted());
  }

  @ParameterizedTest
  @MethodSource("atSignIn")
  void signInShowsIt(FaultKind kind) throws Exception {
    registerAda(kind);
    misbehave(kind);

    Verdict verdict = signIn(kind);

    assertThat(committed).contains(kind.name());
    assertVerdict(kind, verdict, numbers(kind, SIGN_IN, "7.2."));
  }

  private void misbehave(FaultKind kind) {
    Fault fault = kind.standard();
    if (fault instanceof DataFault.ExtensionsDenied) {
      // There has to be an output that is denied.
      scene.key.misbehave(fault, new DataFault.ExtensionUnasked("touchstoneUnasked"));
    } else {
      scene.key.misbehave(fault);
    }
  }

  private Verdict register(FaultKind kind) throws Exception {
    boolean unverified = kind.standard() instanceof DataFault.VerificationInvented;
    RegistrationRequest request =
        new RegistrationRequest(
            "bob",
            "",
            "",
            "required",
            unverified ? "discouraged" : "preferred",
            "direct",
            List.of(),
            List.of(),
            "{}");
    PendingCeremony pending = scene.rp.beginRegistration(request);
    return scene.rp.finishRegistration(
        pending.id(), browser(unverified).register(pending.optionsJson()));
  }

  private Verdict signIn(FaultKind kind) throws Exception {
    boolean unverified = kind.standard() instanceof DataFault.VerificationInvented;
    BareClient client = browser(unverified);
    if (kind.standard() instanceof DataFault.PresenceInvented) {
      client = client.telling(new Lie.WithoutTouch());
    }
    PendingCeremony pending =
        scene.rp.beginAuthentication(
            new AuthenticationRequest(Optional.of("ada"), "required", List.of(), "{}"));
    return scene.rp.finishAuthentication(pending.id(), client.signIn(pending.optionsJson()));
  }

  private BareClient browser(boolean unverified) {
    return unverified ? new BareClient(scene.key, Scene.ORIGIN) : scene.browser;
  }

  private static void assertVerdict(FaultKind kind, Verdict verdict, List<String> steps) {
    if (kind.noticedBy() == NoticedBy.SERVER) {
      assertThat(verdict.failedSteps()).extracting(Step::number).containsExactlyElementsOf(steps);
      assertThat(verdict.accepted()).isFalse();
    } else {
      assertThat(verdict.failedSteps()).isEmpty();
      assertThat(verdict.accepted()).isTrue();
    }
    assertThat(verdict.disagrees()).isFalse();
  }

  private static List<String> numbers(FaultKind kind, String chapter, String prefix) {
    return kind.trips().stream()
        .map(Trip::clause)
        .filter(clause -> clause.startsWith(chapter))
        .map(clause -> prefix + clause.substring(chapter.length()))
        .toList();
  }
}
