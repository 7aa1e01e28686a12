package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.UseCases;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone request run} */
@Command(
    name = "run",
    header = "Send a request that is kept",
    description = {
      "",
      "Variables come from --var, then from the collection, then from the secrets; a secret goes"
          + " to the origin that it is for, and to no other.",
      ""
    })
final class RequestRunCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = RequestName.LABEL, description = "Which one.")
  private String name = "";

  @Mixin private SendOptions send = new SendOptions();

  RequestRunCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return send.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    RequestName which = RequestName.of(name);
    Request kept =
        useCases.requests().keep().request(which.collection(), which.requestName()).request();
    return send.send(
        this, useCases, send.adjusted(kept, useCases), Optional.of(which.collection()));
  }
}
