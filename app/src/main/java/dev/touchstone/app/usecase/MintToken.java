package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.usecase.request.Bearer;
import dev.touchstone.app.usecase.request.RequestSecrets;
import dev.touchstone.key.session.Cancellation;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Signs in at a server with a key, for the access token that it gives out. */
public final class MintToken {

  /**
   * A sign-in at one server.
   *
   * @param token what the server gave out last; empty if nothing
   */
  public record There(SignIn signIn, Supplier<Optional<String>> token) {}

  private final Function<RemoteServer, There> signIns;

  public MintToken(Function<RemoteServer, There> signIns) {
    this.signIns = signIns;
  }

  /**
   * Signs in.
   *
   * @return a token for that server alone
   * @throws Failure if there is no sign-in, it is refused, or the server gives out no token
   */
  public Bearer run(
      RemoteServer server,
      SignIn.Request request,
      CeremonyWatcher watcher,
      Cancellation cancellation)
      throws Failure {
    Origin origin = Origin.of(server.address());
    RequestSecrets.encrypted(origin);
    There there = signIns.apply(server);
    CeremonyResult result = there.signIn().run(request, watcher, cancellation);
    if (!result.verdict().accepted()) {
      throw failure(
          "%s refused the sign-in: %s".formatted(origin, result.verdict().library().words()),
          "'touchstone sign-in --server %s' shows all of it.".formatted(server.address()));
    }
    return there
        .token()
        .get()
        .map(it -> new Bearer(it, origin))
        .orElseThrow(() ->
            failure(
                "%s accepted the sign-in and gave out no access token.".formatted(origin),
                "Give a token with --token-prompt or --token-from NAME."));
  }

  private static Failure failure(String happened, String next) {
    return new Failure(
        new Advice(Advice.Kind.FAILED, happened, "The request was not sent.", next, ""));
  }
}
