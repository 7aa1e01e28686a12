package dev.touchstone.app.usecase.serve;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.HttpServer;
import dev.touchstone.rp.http.ListeningSocket;
import dev.touchstone.rp.http.ServerSettings;
import dev.touchstone.rp.token.TokenKey;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Serves the relying party over HTTP. */
public final class ServeHttp {

  /** Opens the relying party. */
  @FunctionalInterface
  public interface Opener {
    RelyingParty open(List<String> origins) throws Failure;
  }

  private final Settings settings;
  private final Opener opener;
  private final InstantSource clock;

  public ServeHttp(Settings settings, Opener opener, InstantSource clock) {
    this.settings = settings;
    this.opener = opener;
    this.clock = clock;
  }

  /**
   * A server that runs until it is closed.
   *
   * @param url where it answers
   * @param rpId the relying party's id
   * @param origins whose ceremonies it accepts
   * @param warnings what no browser will do
   */
  public record Running(
      String url,
      String rpId,
      List<String> origins,
      List<String> warnings,
      HttpServer server,
      RelyingParty relyingParty)
      implements AutoCloseable {

    /** Finishes what is in flight, then closes the store. */
    @Override
    public void close() {
      server.close();
      relyingParty.close();
    }
  }

  /**
   * Starts it.
   *
   * @throws Failure if the port cannot be had, or the database not be opened
   */
  public Running run(ServeWish wish) throws Failure {
    ListeningSocket socket = listen(wish);
    try {
      return start(wish, socket);
    } catch (Failure e) {
      close(socket, e);
      throw e;
    }
  }

  private Running start(ServeWish wish, ListeningSocket socket) throws Failure {
    List<String> origins = origins(wish, socket.port());
    RelyingParty relyingParty = opener.open(origins);
    try {
      TokenKey key = TokenKey.of(TokenKey.Kind.ES256, relyingParty.signingKeys());
      ServerSettings server =
          ServerSettings.usual(settings.rpId(), key, clock)
              .withOrigins(origins)
              .withCorsOrigins(wish.corsOrigins());
      return new Running(
          url("http", wish.host(), socket.port()),
          settings.rpId(),
          origins,
          OriginAdvice.of(settings.rpId(), origins, wish, false),
          HttpServer.start(relyingParty, server, socket),
          relyingParty);
    } catch (RelyingPartyException e) {
      relyingParty.close();
      throw new Failure(Advisor.on(e), e);
    }
  }

  private static void close(ListeningSocket socket, Failure because) {
    try {
      socket.close();
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  private static ListeningSocket listen(ServeWish wish) throws Failure {
    try {
      return ListeningSocket.bind(wish.host(), wish.port());
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "Nothing can listen at %s port %d: %s."
                  .formatted(wish.host(), wish.port(), e.getMessage()),
              "",
              "Choose another port, or 0 for a free one; or end what listens there.",
              ""),
          e);
    }
  }

  /** A browser on this computer can use it at once, unless somebody chose other origins. */
  private List<String> origins(ServeWish wish, int port) {
    List<String> origins = new ArrayList<>(settings.origins());
    if (!wish.originsGiven() && settings.rpId().equals("localhost")) {
      origins.add(url("http", "localhost", port));
    }
    return List.copyOf(origins);
  }

  private static String url(String scheme, String host, int port) {
    String shown = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return "%s://%s:%d".formatted(scheme, shown, port);
  }
}
