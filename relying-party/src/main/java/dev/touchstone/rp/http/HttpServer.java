package dev.touchstone.rp.http;

import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.http.access.Access;
import dev.touchstone.rp.http.account.AccountRoutes;
import dev.touchstone.rp.http.admin.AuditRoutes;
import dev.touchstone.rp.http.admin.UserRoutes;
import dev.touchstone.rp.http.body.Bodies;
import dev.touchstone.rp.http.ceremony.EnrolmentRoutes;
import dev.touchstone.rp.http.ceremony.LoginRoutes;
import dev.touchstone.rp.http.ceremony.RegistrationRoutes;
import dev.touchstone.rp.http.conformance.ConformanceRoutes;
import dev.touchstone.rp.http.docs.ApiDocs;
import dev.touchstone.rp.http.factor.EmailRoutes;
import dev.touchstone.rp.http.factor.PasswordRoutes;
import dev.touchstone.rp.http.factor.TotpRoutes;
import dev.touchstone.rp.http.guard.Callers;
import dev.touchstone.rp.http.guard.CrossOrigin;
import dev.touchstone.rp.http.guard.RateGuard;
import dev.touchstone.rp.http.guard.SecurityHeaders;
import dev.touchstone.rp.http.guard.SenselessRequests;
import dev.touchstone.rp.http.operation.Metrics;
import dev.touchstone.rp.http.operation.OperationRoutes;
import dev.touchstone.rp.http.operation.RequestWatch;
import dev.touchstone.rp.http.operation.SeenRequest;
import dev.touchstone.rp.http.page.WebPage;
import dev.touchstone.rp.http.problem.Problems;
import dev.touchstone.rp.http.token.OwnRoutes;
import dev.touchstone.rp.http.token.SignedIn;
import dev.touchstone.rp.http.token.TokenRoutes;
import dev.touchstone.rp.http.token.UserTokenRoutes;
import dev.touchstone.rp.mail.delivery.Postman;
import dev.touchstone.rp.token.desk.TokenCheck;
import dev.touchstone.rp.token.jwt.AccessTokens;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The relying party over HTTP, from its start until it is closed. It does not close the relying
 * party, which others may use as well.
 */
public final class HttpServer implements AutoCloseable {

  private final Javalin javalin;
  private final Connections connections;
  private final ListeningSocket socket;
  private final Postman postman;

  private HttpServer(
      Javalin javalin, Connections connections, ListeningSocket socket, Postman postman) {
    this.javalin = javalin;
    this.connections = connections;
    this.socket = socket;
    this.postman = postman;
  }

  /** Answers from now on. */
  public static HttpServer start(
      RelyingParty relyingParty, ServerSettings settings, ListeningSocket socket) {
    Connections connections = new Connections(settings, socket);
    Javalin javalin =
        Javalin.create(config -> {
          quietly(config);
          connections.configure(config.jetty);
          routes(config, relyingParty, settings);
        });
    return new HttpServer(javalin.start(), connections, socket, relyingParty.mail().start());
  }

  private static void quietly(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.generateEtags = false;
    config.concurrency.useVirtualThreads = true;
  }

  private static void routes(
      JavalinConfig config, RelyingParty relyingParty, ServerSettings settings) {
    RoutesConfig routes = config.routes;
    AccessTokens tokens =
        new AccessTokens(
            relyingParty.tokens().keys(),
            settings.tokenAlgorithm(),
            settings.rpId(),
            settings.tokenLifetime(),
            settings.clock());
    TokenCheck check = relyingParty.tokens().check(tokens);
    SignedIn signedIn = new SignedIn(relyingParty, tokens);
    ServerSettings.Limits limits = settings.limits();
    Bodies bodies = new Bodies(limits.body(), limits.bodyTime(), System::nanoTime);
    Callers callers = new Callers(settings.forwarded());
    RateGuard rates = new RateGuard(settings.rates(), relyingParty, settings.clock());
    Access access =
        new Access(relyingParty, check, settings.rpId(), callers, rates, settings.clock());

    Metrics metrics = new Metrics();
    Consumer<SeenRequest> watcher = settings.watcher().andThen(metrics::count);

    new RequestWatch(callers, settings.clock(), watcher).register(config.requestLogger);
    SecurityHeaders.register(routes, settings.tls().isPresent());
    new CrossOrigin(settings.corsOrigins()).register(routes);
    SenselessRequests senseless = new SenselessRequests(callers, rates);
    Problems.register(routes, senseless);
    WebPage.register(routes);
    ApiDocs.register(routes, settings.conformance());
    new RegistrationRoutes(relyingParty, access, bodies, callers, rates, settings.clock())
        .register(routes);
    new LoginRoutes(relyingParty, signedIn, bodies, callers, rates, settings.clock())
        .register(routes);
    new EnrolmentRoutes(relyingParty, bodies, callers, rates, settings.clock()).register(routes);
    new EmailRoutes(relyingParty, signedIn, access, bodies, callers, rates, settings.clock())
        .register(routes);
    new TotpRoutes(relyingParty, access, bodies).register(routes);
    new TokenRoutes(relyingParty, tokens, check, access, bodies, callers, rates).register(routes);
    new UserTokenRoutes(relyingParty, access, bodies, settings.clock()).register(routes);
    new OwnRoutes(relyingParty, access, settings.clock()).register(routes);
    new PasswordRoutes(relyingParty, signedIn, bodies, callers, rates, settings.clock())
        .register(routes);
    new AccountRoutes(relyingParty, access, bodies).register(routes);
    new UserRoutes(relyingParty, access, bodies).register(routes);
    new AuditRoutes(relyingParty, access, settings.clock()).register(routes);
    if (settings.conformance()) {
      new ConformanceRoutes(relyingParty, bodies, callers, rates, senseless, settings.clock())
          .register(routes);
    }
    new OperationRoutes(relyingParty, access, callers, metrics)
        .register(routes, settings.origins());
  }

  /** The port at which it answers. */
  public int port() {
    return socket.port();
  }

  /** What it answers, as {@code get /users/{id}}. */
  List<String> routes() {
    return javalin.unsafe.internalRouter.allHttpHandlers().stream()
        .map(it -> it.endpoint)
        .filter(it -> it.method.isHttpMethod())
        .map(it -> it.method.name().toLowerCase(Locale.ROOT) + " " + it.path)
        .toList();
  }

  /** Takes no new request, finishes those that have begun, and ends. */
  @Override
  public void close() {
    postman.stop();
    connections.endIdle();
    try {
      javalin.stop();
    } catch (JavalinException e) {
      // what was still being answered after all that patience is cut off
    }
    postman.close();
  }
}
