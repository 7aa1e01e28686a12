package dev.touchstone.rp.token;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.cose.NativeProvider;
import dev.touchstone.rp.token.desk.ApiTokenDesk;
import dev.touchstone.rp.token.desk.TokenCheck;
import dev.touchstone.rp.token.jwt.AccessTokens;
import dev.touchstone.rp.token.jwt.TokenKey.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to find out whether a token is good: by its signature, and in the store too. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TokenCheckBenchmark {

  @Param({"ES256", "EDDSA", "HS256"})
  public Kind kind;

  private Path folder;
  private RelyingParty relyingParty;
  private AccessTokens tokens;
  private TokenCheck check;
  private String token;
  private String apiToken;

  @Setup
  public void signIn() throws Exception {
    NativeProvider.prefer();
    folder = Files.createTempDirectory("tokens");
    InstantSource clock = InstantSource.system();
    relyingParty =
        RelyingParty.open(
            Settings.standard(
                folder.resolve("touchstone.db"), TrustAnchors.none(), clock, new SecureRandom()));
    User ada =
        relyingParty
            .administration()
            .accounts()
            .create(new AccountText("ada", "Ada", ProfileText.NOTHING), Role.USER, Caller.CONSOLE);
    tokens =
        new AccessTokens(
            relyingParty.tokens().keys(), kind, "localhost", Duration.ofHours(1), clock);
    check = relyingParty.tokens().check(tokens);
    Proof proof = Proof.passkey(true, true, clock.instant());
    token = tokens.issue(ada, Instant.EPOCH, proof, Scope.all(), Optional.empty());
    ApiTokenDesk.Wish wish =
        new ApiTokenDesk.Wish(
            "report", Set.of(Scope.DATA_READ), Optional.empty(), Duration.ofDays(1));
    apiToken = relyingParty.tokens().apiTokens().create("ada", wish, Caller.CONSOLE).secret();
  }

  @TearDown
  public void close() throws Exception {
    relyingParty.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Signature and claims. */
  @Benchmark
  public AccessToken signature() throws Exception {
    return tokens.check(token);
  }

  /** The same, and the account and every revocation looked up. */
  @Benchmark
  public TokenCheck.Holder lookedUp() throws Exception {
    return check.find(token);
  }

  /** An API token, which has no signature. */
  @Benchmark
  public TokenCheck.Holder apiToken() throws Exception {
    return check.find(apiToken);
  }
}
