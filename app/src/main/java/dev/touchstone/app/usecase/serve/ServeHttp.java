package dev.touchstone.app.usecase.serve;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SyslogSettings;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.app.usecase.audit.SendToSyslog;
import dev.touchstone.app.usecase.tls.TlsAdvice;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.cose.NativeProvider;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.http.HttpServer;
import dev.touchstone.rp.http.ListeningSocket;
import dev.touchstone.rp.http.ServerSettings;
import dev.touchstone.rp.http.operation.SeenRequest;
import dev.touchstone.rp.http.tls.Tls;
import dev.touchstone.rp.http.tls.certificate.CertificateRefused;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the relying party over HTTP. No operator has to be there for that, since a computer starts
 * its services by itself, and over HTTP nobody may more than their role; but the interface for
 * testing servers lets anybody add a key to any account.
 */
public final class ServeHttp {

  private static final Logger LOG = LoggerFactory.getLogger(ServeHttp.class);

  /** Opens the relying party. */
  @FunctionalInterface
  public interface Opener {
    RelyingParty open(List<String> origins) throws Failure;
  }

  private final Settings settings;
  private final Operators operators;
  private final Opener opener;
  private final InstantSource clock;
  private final SecureRandom random;

  public ServeHttp(
      Settings settings,
      Operators operators,
      Opener opener,
      InstantSource clock,
      SecureRandom random) {
    this.settings = settings;
    this.operators = operators;
    this.opener = opener;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A server that runs until it is closed.
   *
   * @param url where it answers
   * @param rpId the relying party's id
   * @param origins whose ceremonies it accepts
   * @param warnings what no browser will do
   * @param end finishes what is in flight, then closes the store; a second time does nothing
   */
  public record Running(
      String url, String rpId, List<String> origins, List<String> warnings, Runnable end)
      implements AutoCloseable {

    @Override
    public void close() {
      end.run();
    }
  }

  /**
   * Starts it.
   *
   * @throws Failure if an administrator has to be signed in for it, the port cannot be had, the
   *     certificate not be used, or the database not be opened
   */
  public Running run(ServeWish wish) throws Failure {
    return run(wish, _ -> {});
  }

  /**
   * Starts it under somebody's eyes.
   *
   * @param watcher is told of every request that was answered, in the request's thread
   * @throws Failure if the port cannot be had, or the database not be opened
   */
  public Running run(ServeWish wish, Consumer<SeenRequest> watcher) throws Failure {
    if (wish.manners().conformance()) {
      operators.permit(Permission.ADMINISTER);
    }
    ListeningSocket socket = listen(wish);
    Optional<Tls> tls = Optional.empty();
    try {
      tls = tls(wish);
      return start(wish, watcher, socket, tls);
    } catch (Failure e) {
      tls.ifPresent(Tls::close);
      close(socket, e);
      throw e;
    }
  }

  private Optional<Tls> tls(ServeWish wish) throws Failure {
    if (wish.tls().isEmpty()) {
      return Optional.empty();
    }
    try {
      Tls tls = Tls.open(wish.tls().get(), clock, random, new CertificateLog());
      tls.keepFresh();
      return Optional.of(tls);
    } catch (CertificateRefused e) {
      throw TlsAdvice.failure(e);
    }
  }

  private Running start(
      ServeWish wish, Consumer<SeenRequest> watcher, ListeningSocket socket, Optional<Tls> tls)
      throws Failure {
    List<String> origins = origins(wish, socket.port());
    NativeProvider.prefer();
    RelyingParty relyingParty = opener.open(origins);
    try {
      ServerSettings plain =
          ServerSettings.usual(settings.rpId(), wish.manners().token(), clock)
              .withOrigins(origins)
              .withCorsOrigins(wish.corsOrigins())
              .withRates(settings.serve().rates())
              .withTokenLifetime(wish.manners().tokenLifetime())
              .withForwarded(wish.manners().forwarded())
              .withConformance(wish.manners().conformance())
              .watchedBy(watcher);
      ServerSettings server = tls.map(plain::withTls).orElse(plain);
      String url = url(wish.scheme(), wish.host(), socket.port());
      note(relyingParty, AuditEvents.SERVER_START, url);
      Optional<SyslogFeed> syslog = syslog(relyingParty);
      Optional<AuditPruning> pruning = pruning(relyingParty);
      HttpServer http = HttpServer.start(relyingParty, server, socket);
      return new Running(
          url,
          settings.rpId(),
          origins,
          warnings(origins, wish),
          once(() -> {
            http.close();
            tls.ifPresent(Tls::close);
            noteStop(relyingParty, url);
            syslog.ifPresent(SyslogFeed::close);
            pruning.ifPresent(AuditPruning::close);
            relyingParty.close();
          }));
    } catch (RelyingPartyException e) {
      relyingParty.close();
      throw new Failure(Advisor.on(e), e);
    } catch (Failure e) {
      relyingParty.close();
      throw e;
    }
  }

  private Optional<SyslogFeed> syslog(RelyingParty relyingParty) throws Failure {
    Optional<SyslogSettings> receiver = settings.serve().syslog();
    return receiver.isEmpty()
        ? Optional.empty()
        : Optional.of(SyslogFeed.start(new SendToSyslog(relyingParty).follower(receiver.get())));
  }

  private Optional<AuditPruning> pruning(RelyingParty relyingParty) {
    return settings
        .serve()
        .auditRetention()
        .map(age -> AuditPruning.start(relyingParty.administration().retention(), age, clock));
  }

  private List<String> warnings(List<String> origins, ServeWish wish) {
    return Stream.concat(
            OriginAdvice.of(settings.rpId(), origins, wish, wish.tls().isPresent()).stream(),
            LimitAdvice.of(settings.serve().rates(), wish).stream())
        .toList();
  }

  /** Whoever stops a server by a button may stop it again by closing the window. */
  private static Runnable once(Runnable action) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        action.run();
      }
    };
  }

  private void noteStop(RelyingParty relyingParty, String url) {
    try {
      note(relyingParty, AuditEvents.SERVER_STOP, url);
    } catch (RelyingPartyException e) {
      LOG.warn("The audit trail does not tell that the server stopped: {}", e.getMessage());
    }
  }

  private void note(RelyingParty relyingParty, String event, String url)
      throws RelyingPartyException {
    relyingParty
        .administration()
        .audit()
        .record(AuditEvent.succeeded(clock.instant(), event, Caller.CONSOLE, "").with("url", url));
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
      origins.add(url(wish.scheme(), "localhost", port));
    }
    return List.copyOf(origins);
  }

  private static String url(String scheme, String host, int port) {
    String shown = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    // As browsers write an origin (RFC 6454 §6.2).
    boolean usual = port == (scheme.equals("https") ? 443 : 80);
    return usual ? "%s://%s".formatted(scheme, shown) : "%s://%s:%d".formatted(scheme, shown, port);
  }
}
