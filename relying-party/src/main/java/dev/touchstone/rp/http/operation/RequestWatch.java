package dev.touchstone.rp.http.operation;

import dev.touchstone.rp.http.guard.Callers;
import io.javalin.config.RequestLoggerConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Tells of each request when it has been answered. */
public final class RequestWatch {

  private static final int LONGEST_PATH = 200;
  private static final Pattern INVISIBLE = Pattern.compile("[^!-~]");

  private final Callers callers;
  private final InstantSource clock;
  private final Consumer<SeenRequest> watcher;

  /**
   * For one who watches.
   *
   * @param watcher is called in the thread of the request, and has to be quick
   */
  public RequestWatch(Callers callers, InstantSource clock, Consumer<SeenRequest> watcher) {
    this.callers = callers;
    this.clock = clock;
    this.watcher = watcher;
  }

  /** Registers it. */
  public void register(RequestLoggerConfig logger) {
    logger.http((context, millis) -> watcher.accept(seen(context, millis)));
  }

  private SeenRequest seen(Context context, float millis) {
    return new SeenRequest(
        clock.instant(),
        context.method().name(),
        path(context.path()),
        route(context),
        context.statusCode(),
        Duration.ofNanos((long) (millis * 1_000_000)),
        callers.address(context));
  }

  private static String path(String path) {
    String visible = INVISIBLE.matcher(path).replaceAll("?");
    return visible.substring(0, Math.min(visible.length(), LONGEST_PATH));
  }

  private static String route(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    return endpoint == null ? "" : endpoint.path;
  }
}
