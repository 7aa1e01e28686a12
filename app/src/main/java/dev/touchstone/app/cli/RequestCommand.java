package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.PrettyJson;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.variable.Template;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.UseCases;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone request} */
@Command(
    name = "request",
    header = "Send a request to any server, with a token if you like; keep requests",
    description = {
      "",
      "Shows status, headers, body, the JWTs in it, and where the time went. Exit code 0 for a"
          + " status below 400 or the one of --expect. {{NAME}} in URL, headers and body is a"
          + " variable. No token is kept in a collection or a trace.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone request https://keys.example.org/health",
      "  touchstone request GET https://keys.example.org/whoami --sign-in ada",
      "  touchstone request POST http://localhost:8080/items --json-body '{}'",
      "  touchstone request GET /whoami --server production --save keys/whoami",
      "  touchstone request run keys/whoami --token-from api",
    })
final class RequestCommand extends TouchstoneCommand {

  @Parameters(
      arity = "0..2",
      paramLabel = "[METHOD] URL",
      description = "Usually GET, or POST where there is a body.")
  private List<String> words = List.of();

  @Option(
      names = {"-d", "--data-raw"},
      paramLabel = "TEXT|@FILE|@-",
      description = "A body, as a form unless a header says otherwise; @- is standard input.")
  private @Nullable String data;

  @Option(
      names = "--json-body",
      paramLabel = "JSON|@FILE|@-",
      description = "A body of JSON, with the header for it.")
  private @Nullable String jsonBody;

  @Mixin private SendOptions send = new SendOptions();
  @Mixin private SaveOptions save = new SaveOptions();

  RequestCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return send.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Request request = send.adjusted(request(), useCases);
    if (save.wanted()) {
      return save.keep(this, useCases, request, List.of(), send.dryRun());
    }
    return send.send(this, useCases, request, Optional.empty());
  }

  private Request request() throws Failure {
    if (words.isEmpty()) {
      throw RequestAdvice.usage(
          "Which request?", "Name a method and a URL, or a command of 'request'.", "");
    }
    Body body = body();
    String usual = body instanceof Body.None ? "GET" : "POST";
    String method = words.size() == 2 ? words.getFirst().toUpperCase(Locale.ROOT) : usual;
    Request request = Request.of(method, words.getLast()).withBody(body);
    if (body instanceof Body.None) {
      return request;
    }
    return request.with(
        "Content-Type",
        jsonBody == null ? "application/x-www-form-urlencoded" : "application/json");
  }

  private Body body() throws Failure {
    if (data != null && jsonBody != null) {
      throw RequestAdvice.usage("A request has one body.", "Give --data-raw or --json-body.", "");
    }
    if (jsonBody == null) {
      return data == null ? Body.none() : BodyText.of(data, terminal());
    }
    Body body = BodyText.of(jsonBody, terminal());
    // a variable may stand for a number
    String filled = Template.fill(body.shown(), _ -> "0");
    if (PrettyJson.tree(filled).isEmpty()) {
      throw RequestAdvice.usage(
          "The body is not JSON, or has a member twice.",
          "Check its quotes and commas; --data-raw sends it as it is.",
          "RFC 8259 §2");
    }
    return body;
  }
}
