package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.BenchmarkScene;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Stored;
import dev.touchstone.rp.ceremony.check.StepList;
import dev.touchstone.rp.ceremony.library.Judgement;
import dev.touchstone.rp.ceremony.option.RequestOptions;
import dev.touchstone.rp.ceremony.registration.Registration;
import dev.touchstone.rp.ceremony.response.AuthenticationResponse;
import dev.touchstone.rp.ceremony.response.ReceivedClientData;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A sign-in with ES256: what the library's own verification costs, and what the report of its steps
 * costs beside it. Both read the database. Compare the medians (p0.50): whatever else the machine
 * does moves the averages.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AuthenticationBenchmark {

  private BenchmarkScene scene;
  private Ceremony ceremony;
  private AuthenticationResponse response;
  private Judgement judgement;

  @Setup
  public void signInOnce() throws Exception {
    scene = new BenchmarkScene();
    BareClient browser = scene.browser();
    Registration registration = scene.registration();
    PendingCeremony registering =
        registration.begin(RegistrationRequest.forUser("ada"), Caller.CONSOLE);
    registration.finish(
        new CeremonyReference.ById(registering.id()),
        browser.register(registering.optionsJson()),
        Caller.CONSOLE);
    PendingCeremony pending =
        new Authentication(
                scene.store(),
                scene.policy(),
                scene.library(),
                scene.issuer(),
                scene.lookup(),
                scene.decoys())
            .begin(AuthenticationRequest.forUser("ada"), Caller.CONSOLE);
    ceremony = scene.remembered(pending, CeremonyKind.AUTHENTICATION);
    response = AuthenticationResponse.parse(browser.signIn(pending.optionsJson()));
    judgement = library();
    StepList steps = report();
    if (!judgement.accepted() || !steps.failed().isEmpty()) {
      throw new IllegalStateException("the sign-in was refused: " + judgement.words());
    }
  }

  @TearDown
  public void close() throws Exception {
    scene.close();
  }

  @Benchmark
  public Judgement library() throws Exception {
    return scene
        .library()
        .authentication(stored(), RequestOptions.stored(ceremony.optionsJson()).json(), response);
  }

  @Benchmark
  public StepList report() throws Exception {
    return new AuthenticationSteps(
            AuthenticationEvidence.of(
                stored(),
                response,
                ReceivedClientData.of(response.clientDataJson()),
                scene.issuer().now()),
            judgement,
            scene.policy(),
            true)
        .list();
  }

  private Stored stored() throws Exception {
    return scene
        .store()
        .read(records ->
            Stored.of(ceremony, response.id(), response.userHandle(), Optional.empty(), records));
  }
}
