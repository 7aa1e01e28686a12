package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.BenchmarkScene;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Stored;
import dev.touchstone.rp.ceremony.check.StepList;
import dev.touchstone.rp.ceremony.library.Judgement;
import dev.touchstone.rp.ceremony.response.ReceivedClientData;
import dev.touchstone.rp.ceremony.response.RegistrationResponse;
import java.util.List;
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
 * A registration with a packed attestation under a trusted root: what the library's own
 * verification costs, and what the report of its steps, the attestation explained, costs beside it.
 * Both read the database. Compare the medians (p0.50): whatever else the machine does moves the
 * averages.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RegistrationBenchmark {

  private BenchmarkScene scene;
  private Registration registration;
  private Ceremony ceremony;
  private RegistrationResponse response;
  private Judgement judgement;

  @Setup
  public void registerOnce() throws Exception {
    scene = new BenchmarkScene();
    registration = scene.registration();
    PendingCeremony pending =
        registration.begin(RegistrationRequest.forUser("ada"), Caller.CONSOLE);
    ceremony = scene.remembered(pending, CeremonyKind.REGISTRATION);
    response = RegistrationResponse.parse(scene.browser().register(pending.optionsJson()));
    judgement = library();
    StepList steps = report();
    if (!judgement.accepted() || !steps.failed().isEmpty()) {
      throw new IllegalStateException("the registration was refused: " + judgement.words());
    }
  }

  @TearDown
  public void close() throws Exception {
    scene.close();
  }

  @Benchmark
  public Judgement library() throws Exception {
    return scene.library().registration(stored(), response, scene.anchors());
  }

  @Benchmark
  public StepList report() throws Exception {
    Stored stored = stored();
    RegistrationEvidence evidence =
        RegistrationEvidence.of(
            stored,
            response,
            ReceivedClientData.of(response.clientDataJson()),
            scene.issuer().now());
    return new RegistrationSteps(
            evidence,
            Registration.owner(stored),
            judgement,
            scene.policy(),
            Registration.explain(evidence, scene.anchors()),
            List.of())
        .list();
  }

  private Stored stored() throws Exception {
    return scene
        .store()
        .read(records ->
            Stored.of(ceremony, response.id(), Optional.empty(), Optional.empty(), records));
  }
}
