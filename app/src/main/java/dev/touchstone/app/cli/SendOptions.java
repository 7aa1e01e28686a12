package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.collection.Collection;
import dev.touchstone.app.request.curl.CurlWriter;
import dev.touchstone.app.request.send.Exchange;
import dev.touchstone.app.request.send.Limits;
import dev.touchstone.app.request.send.Wish;
import dev.touchstone.app.request.variable.Filling;
import dev.touchstone.app.request.variable.Variables;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.InspectData;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.Bearer;
import dev.touchstone.app.usecase.request.SendRequest;
import dev.touchstone.rp.file.OwnersFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a request is sent, and what of the answer is shown. */
final class SendOptions {

  private static final int MOST_SECONDS = 3600;

  @Option(
      names = {"-H", "--header"},
      paramLabel = "'NAME: VALUE'",
      description = "A header, in the place of another of its name; may be repeated.")
  private List<String> headers = new ArrayList<>();

  @Option(
      names = "--var",
      paramLabel = "NAME=VALUE",
      description = "What {{NAME}} stands for; comes before the collection's own.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(
      names = "--server",
      paramLabel = "SERVER",
      description = "A name from 'touchstone servers'; the URL is then a path such as /whoami.")
  private @Nullable String server;

  @Option(
      names = {"-L", "--follow"},
      description = "Follow redirects. Other servers get no token, no cookie, no body.")
  private boolean follow;

  @Mixin private CertificateOptions certificate = new CertificateOptions();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Until the last byte of the answer (usually 30).")
  private int timeout = 30;

  @Option(
      names = "--max-body",
      paramLabel = "MEGABYTES",
      description = "How much of an answer is read (usually 16).")
  private int maxBody = 16;

  @Option(
      names = "--expect",
      paramLabel = "STATUS",
      description = "Which status is success, such as 401; usually all below 400.")
  private @Nullable Integer expect;

  @Option(names = "--body", description = "Print the body alone, as it came.")
  private boolean bodyOnly;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write the body into a new file.")
  private @Nullable Path output;

  @Option(
      names = {"-v", "--verbose"},
      description = "Also what was sent, the certificates, and every redirect.")
  private boolean verbose;

  @Option(names = "--dry-run", description = "Show it as a line of curl, and send nothing.")
  private boolean dryRun;

  @Mixin private BearerOptions bearer = new BearerOptions();

  Settings adjust(Settings settings) {
    return bearer.adjust(settings);
  }

  boolean dryRun() {
    return dryRun;
  }

  /** The request with the headers and the server of the command line. */
  Request adjusted(Request request, UseCases useCases) throws Failure {
    Request adjusted = request.following(follow || request.follow());
    for (String line : headers) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw RequestAdvice.usage(
            "A header is written as 'NAME: VALUE'.", "Put a colon behind its name.", "");
      }
      Header header =
          new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      adjusted = adjusted.with(header.name(), header.value());
    }
    if (server == null) {
      return adjusted;
    }
    RemoteServer found =
        useCases.remote().find(server, RemoteServer.Api.TOUCHSTONE, certificate.pin());
    String base = found.address().toString().replaceFirst("/$", "");
    String path = adjusted.url().startsWith("/") ? adjusted.url() : "/" + adjusted.url();
    return adjusted.withUrl(base + path);
  }

  /** Sends it and answers. */
  int send(
      TouchstoneCommand command, UseCases useCases, Request request, Optional<String> collection)
      throws Failure {
    if (dryRun) {
      String curl = CurlWriter.write(request);
      command.answer(_ -> RequestDocuments.dryRun(request, curl), List.of(curl));
      return ExitCode.DONE;
    }
    checkOutput();
    SendRequest.Job job =
        new SendRequest.Job(
            request, collection, variables, bearer(command, useCases, request, collection), wish());
    Exchange exchange = useCases.requests().send().run(job, command.root.context().cancellation());
    save(exchange);
    ExchangeText text = new ExchangeText(command.terminal().sheet(), verbose, useCases);
    if (bodyOnly && !command.wantsJson()) {
      command.terminal().out().print(exchange.answer().text());
      text.complaints(exchange).forEach(command.terminal().err()::println);
    } else {
      InspectData inspector = useCases.inspectData();
      command.answer(
          documents -> RequestDocuments.exchange(exchange, documents, inspector),
          text.lines(exchange, output != null));
    }
    return success(exchange) ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Optional<Bearer> bearer(
      TouchstoneCommand command, UseCases useCases, Request request, Optional<String> collection)
      throws Failure {
    Map<String, String> known = new LinkedHashMap<>();
    if (collection.isPresent()) {
      Collection kept = useCases.requests().keep().collection(collection.get());
      known.putAll(kept.variables());
    }
    known.putAll(variables);
    // a secret in an address is no reason to ask for a token: only what is needed is filled in
    String url =
        Filling.names(Request.of("GET", request.url())).stream().allMatch(known::containsKey)
            ? Filling.of(Request.of("GET", request.url()), Variables.of(known)).url()
            : request.url();
    return bearer.bearer(command.root, useCases, collection, url);
  }

  private Wish wish() throws Failure {
    if (timeout < 1 || timeout > MOST_SECONDS || maxBody < 1 || maxBody > 256) {
      throw RequestAdvice.usage(
          "That is no time or size to wait for.",
          "--timeout takes 1 to %d seconds, --max-body 1 to 256 megabytes.".formatted(MOST_SECONDS),
          "");
    }
    return certificate.wish(
        Limits.usual().within(Duration.ofSeconds(timeout)).ofBody(maxBody << 20));
  }

  private boolean success(Exchange exchange) {
    int status = exchange.answer().status();
    boolean wanted = expect == null ? status < 400 : status == expect;
    return wanted && exchange.answer().whole();
  }

  private void checkOutput() throws Failure {
    if (output != null && Files.exists(output)) {
      throw RequestAdvice.usage(
          "The file %s is there already.".formatted(output), "Name a new one.", "");
    }
  }

  private void save(Exchange exchange) throws Failure {
    if (output == null) {
      return;
    }
    try {
      if (!OwnersFile.create(output.toAbsolutePath(), exchange.answer().body())) {
        throw new IOException("it is there already");
      }
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "The answer of status %d cannot be written to %s."
                  .formatted(exchange.answer().status(), output),
              "The request was sent and answered.",
              "Check the folder and the space that is left; print it with --body.",
              ""),
          e);
    }
  }
}
