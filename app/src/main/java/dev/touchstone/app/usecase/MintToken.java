package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.IssuedTokens;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.RemoteTokens;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.usecase.request.Bearer;
import dev.touchstone.app.usecase.request.RequestSecrets;
import dev.touchstone.key.session.Cancellation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Signs in at a server with a key, for the access token that it gives out. */
public final class MintToken {

  /**
   * A sign-in at one server.
   *
   * @param tokens hands over what the server gave out last, and forgets it; empty if nothing
   * @param end lets go of the connection
   */
  public record There(SignIn signIn, Supplier<Optional<IssuedTokens>> tokens, Runnable end)
      implements AutoCloseable {

    @Override
    public void close() {
      end.run();
    }
  }

  /** Prepares a sign-in. */
  @FunctionalInterface
  public interface SignIns {
    /**
     * At this server.
     *
     * @param refreshable whether a refresh token is asked for
     */
    There at(RemoteServer server, boolean refreshable);
  }

  /**
   * Tokens of a sign-in. They are in memory alone.
   *
   * @param result the sign-in that they come from
   * @param user whose they are, in the server's words
   * @param bearer the access token, for that server alone
   * @param refresh the refresh token, if one was asked for
   * @param expires when the access token is over, if the server says so
   */
  public record Minted(
      RemoteServer server,
      CeremonyResult result,
      String user,
      Bearer bearer,
      Optional<String> refresh,
      Optional<Instant> expires) {

    @Override
    public String toString() {
      return "Minted for " + bearer.only();
    }
  }

  private final SignIns signIns;
  private final InstantSource clock;

  public MintToken(SignIns signIns, InstantSource clock) {
    this.signIns = signIns;
    this.clock = clock;
  }

  /**
   * Signs in.
   *
   * @param refreshable whether a refresh token is asked for; the server keeps a session then
   * @return a token for that server alone
   * @throws Failure if there is no sign-in, it is refused, or the server gives out no token
   */
  public Minted run(
      RemoteServer server,
      SignIn.Request request,
      boolean refreshable,
      CeremonyWatcher watcher,
      Cancellation cancellation)
      throws Failure {
    RequestSecrets.encrypted(Origin.of(server.address()));
    try (There there = signIns.at(server, refreshable)) {
      return minted(there, server, request, watcher, cancellation);
    }
  }

  private Minted minted(
      There there,
      RemoteServer server,
      SignIn.Request request,
      CeremonyWatcher watcher,
      Cancellation cancellation)
      throws Failure {
    Origin origin = Origin.of(server.address());
    CeremonyResult result = there.signIn().run(request, watcher, cancellation);
    if (!result.verdict().accepted()) {
      throw failure(
          "%s refused the sign-in: %s".formatted(origin, result.verdict().library().words()),
          "'touchstone sign-in --server %s' shows all of it.".formatted(server.address()));
    }
    IssuedTokens tokens =
        there
            .tokens()
            .get()
            .orElseThrow(() ->
                failure(
                    "%s accepted the sign-in and gave out no access token.".formatted(origin),
                    "Give a token with --token-prompt or --token-from NAME."));
    return minted(server, result, tokens);
  }

  /**
   * Exchanges the refresh token for new ones (RFC 6749 §6); the old ones are not to be used again.
   *
   * @throws Failure if there is none, or the server refuses it
   */
  public Minted refresh(Minted before) throws Failure {
    String token =
        before
            .refresh()
            .orElseThrow(
                () -> failure("There is no refresh token.", "Sign in again, and ask for one."));
    return minted(before.server(), before.result(), RemoteTokens.refresh(before.server(), token));
  }

  private Minted minted(RemoteServer server, CeremonyResult result, IssuedTokens tokens) {
    return new Minted(
        server,
        result,
        tokens.user(),
        new Bearer(tokens.access(), Origin.of(server.address())),
        tokens.refresh(),
        tokens.lifetime().map(clock.instant()::plus));
  }

  private static Failure failure(String happened, String next) {
    return new Failure(
        new Advice(Advice.Kind.FAILED, happened, "The request was not sent.", next, ""));
  }
}
