package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.BenchmarkScene;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Stored;
import dev.touchstone.rp.ceremony.library.Judgement;
import dev.touchstone.rp.ceremony.option.RequestOptions;
import dev.touchstone.rp.ceremony.registration.Registration;
import dev.touchstone.rp.ceremony.response.AuthenticationResponse;
import dev.touchstone.rp.ceremony.response.Parts;
import dev.touchstone.rp.ceremony.response.ReceivedClientData;
import dev.touchstone.rp.cose.CoseKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One assertion from its JSON to the library's word, beside the bare ES256 verification of the same
 * bytes by the same provider. The goal is that the first reaches three quarters of the rate of the
 * second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class VerificationBenchmark {

  private static final int MANY = 500;

  @Param({"jdk", "corretto"})
  public String provider;

  private BenchmarkScene scene;
  private Ceremony ceremony;
  private String responseJson;
  private PublicKey key;
  private byte[] signed;
  private byte[] signature;

  @Setup
  public void signInOnce() throws Exception {
    if (provider.equals("corretto")) {
      Security.insertProviderAt(
          (Provider)
              Class.forName("com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider")
                  .getDeclaredConstructor()
                  .newInstance(),
          1);
    }
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
    responseJson = browser.signIn(pending.optionsJson());
    AuthenticationResponse response = AuthenticationResponse.parse(responseJson);
    CredentialRecord record =
        scene.store().read(all -> all.credentials().find(response.id()).orElseThrow());
    CoseKey cose = Parts.coseKey(record.publicKey());
    key = cose.publicKey().orElseThrow();
    signed = response.authenticatorData().plus(response.clientDataJson().sha256()).toArray();
    signature = response.signature().toArray();
    if (!bare() || parseAndVerify() == 0 || report() == 0) {
      throw new IllegalStateException("the sign-in was refused");
    }
  }

  @TearDown
  public void close() throws Exception {
    scene.close();
  }

  @Benchmark
  public boolean bare() throws Exception {
    Signature verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(key);
    verifier.update(signed);
    return verifier.verify(signature);
  }

  /** What is stored is read once. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public int parseAndVerify() throws Exception {
    Stored stored = stored();
    int accepted = 0;
    for (int i = 0; i < MANY; i++) {
      AuthenticationResponse response = AuthenticationResponse.parse(responseJson);
      Judgement judgement =
          scene
              .library()
              .authentication(
                  stored, RequestOptions.stored(ceremony.optionsJson()).json(), response);
      accepted += judgement.accepted() ? 1 : 0;
    }
    return accepted;
  }

  /** Our own steps in its place, as the console shows them: the signature is verified there too. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public int report() throws Exception {
    return steps(true);
  }

  /** Our own steps as a server runs them after the library accepted. */
  @Benchmark
  @OperationsPerInvocation(MANY)
  public int reportUnread() throws Exception {
    return steps(false);
  }

  private int steps(boolean explained) throws Exception {
    Stored stored = stored();
    int steps = 0;
    for (int i = 0; i < MANY; i++) {
      AuthenticationResponse response = AuthenticationResponse.parse(responseJson);
      AuthenticationEvidence evidence =
          AuthenticationEvidence.of(
              stored, response, ReceivedClientData.of(response.clientDataJson()), ceremony.begun());
      steps +=
          new AuthenticationSteps(
                  evidence, new Judgement(true, "", false), scene.policy(), explained)
              .list()
              .steps()
              .size();
    }
    return steps;
  }

  private Stored stored() throws Exception {
    AuthenticationResponse response = AuthenticationResponse.parse(responseJson);
    return scene
        .store()
        .read(records ->
            Stored.of(ceremony, response.id(), response.userHandle(), Optional.empty(), records));
  }
}
