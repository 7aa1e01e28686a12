package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.serve.ServeHttp;
import dev.touchstone.app.usecase.serve.ServeManners;
import dev.touchstone.app.usecase.serve.ServeWish;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.audit.address.AddressRange;
import dev.touchstone.rp.audit.address.ForwardedAddress;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone serve} */
@Command(
    name = "serve",
    header = "Serve the relying party over HTTP",
    description = {
      "",
      "Until Ctrl-C, which lets requests in flight finish. Accounts and credentials are those of"
          + " the data folder. docs/http-api.md has the API with examples.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone serve                      at http://127.0.0.1:8080, for this computer",
      "  touchstone serve --port 0 --json      at a free port, for a script",
      "  touchstone serve --rp-id example.org --origin https://login.example.org",
      "  touchstone serve --tls-cert chain.pem --tls-key key.pem",
      "  touchstone serve --host 0.0.0.0 --port 443 --acme login.example.org --acme-accept-terms",
    })
final class ServeCommand extends TouchstoneCommand {

  private static final int USUAL_PORT = 8080;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Listen at this address. Usually 127.0.0.1: nobody else gets there.")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Listen at this port. Usually 8080; 0 takes a free one.")
  private int port = USUAL_PORT;

  @Option(
      names = "--rp-id",
      paramLabel = "DOMAIN",
      description = "The relying party's id. Usually localhost, or rp.id in settings.properties.")
  private @Nullable String rpId;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description =
          "An origin whose ceremonies are accepted; may be given several times. Usually that of"
              + " settings.properties and, for localhost, that of the server itself.")
  private List<String> origins = new ArrayList<>();

  @Option(
      names = "--cors-origin",
      paramLabel = "ORIGIN",
      description = "An origin whose pages may use the API from afar; may be given several times.")
  private List<String> corsOrigins = new ArrayList<>();

  @Option(
      names = "--trusted-proxy",
      paramLabel = "CIDR",
      description =
          "Addresses of your proxies, such as 10.0.0.0/8: only their word counts on where a request"
              + " came from; may be given several times.")
  private List<String> proxies = new ArrayList<>();

  @Option(
      names = "--token-algorithm",
      paramLabel = "ALG",
      description = "Sign access tokens with ES256 (usually), EdDSA or HS256.")
  private TokenKey.Kind token = TokenKey.Kind.ES256;

  @Option(
      names = "--token-minutes",
      paramLabel = "N",
      description = "How long an access token lasts, 1 to 1440. Usually 60.")
  private int tokenMinutes = 60;

  @Option(
      names = "--conformance",
      description =
          "Offer the FIDO Alliance's interface for testing servers too. With it anybody makes"
              + " accounts and adds keys to them. Where operators sign in, an administrator has to"
              + " be.")
  private boolean conformance;

  @Mixin private LimitOptions limits = new LimitOptions();

  @Mixin private TlsOptions tls = new TlsOptions();

  ServeCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    String id = rpId == null ? settings.rpId() : rpId;
    List<String> accepted =
        !origins.isEmpty()
            ? origins
            : rpId == null ? settings.origins() : List.of("https://" + rpId);
    return settings.withRp(id, accepted).withServe(limits.over(settings.serve()));
  }

  @Override
  int run(UseCases useCases) throws Failure {
    if (port < 0 || port > 0xffff) {
      throw usage("%d is no port.".formatted(port));
    }
    Cancellation cancellation = root.context().cancellation();
    CountDownLatch over = new CountDownLatch(1);
    ServeWish wish =
        new ServeWish(
            host,
            port,
            !origins.isEmpty(),
            corsOrigins,
            tls.settings(host, useCases.settings().data()),
            manners());
    try (ServeHttp.Running running = useCases.serveHttp().run(wish);
        Cancellation.Subscription _ = cancellation.onCancel(over::countDown)) {
      tell(running);
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.INTERRUPTED;
  }

  private ServeManners manners() throws Failure {
    if (tokenMinutes < 1 || tokenMinutes > 1440) {
      throw usage("A token lasts 1 to 1440 minutes, not %d.".formatted(tokenMinutes));
    }
    List<AddressRange> ranges = new ArrayList<>();
    for (String proxy : proxies) {
      try {
        ranges.add(AddressRange.parse(proxy));
      } catch (IllegalArgumentException e) {
        throw usage(String.valueOf(e.getMessage()));
      }
    }
    return new ServeManners(
        new ForwardedAddress(ranges, ForwardedAddress.Header.X_FORWARDED_FOR),
        token,
        Duration.ofMinutes(tokenMinutes),
        conformance);
  }

  private static Failure usage(String happened) {
    return new Failure(
        new Advice(Advice.Kind.USAGE, happened, "", "See: touchstone serve --help", ""));
  }

  private void tell(ServeHttp.Running running) {
    if (wantsJson()) {
      terminal().out().println(document(running));
    } else {
      terminal().out().println("Serving at %s. Ctrl-C ends it.".formatted(running.url()));
      terminal()
          .out()
          .println(
              "Relying party %s, for %s."
                  .formatted(running.rpId(), String.join(", ", running.origins())));
      terminal().out().println("The API is described at %s/docs.".formatted(running.url()));
    }
    terminal().out().flush();
    running.warnings().forEach(terminal().err()::println);
  }

  private static ObjectNode document(ServeHttp.Running running) {
    ObjectNode document =
        JsonNodeFactory.instance
            .objectNode()
            .put("url", running.url())
            .put("docs", running.url() + "/docs")
            .put("rpId", running.rpId());
    running.origins().forEach(document.putArray("origins")::add);
    running.warnings().forEach(document.putArray("warnings")::add);
    return document;
  }
}
