package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.collection.Collection;
import dev.touchstone.app.request.collection.CollectionJson;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone request set} */
@Command(
    name = "set",
    header = "Set variables of a collection",
    description = {"", "What looks like a secret is refused: see 'request secret'.", ""})
final class RequestSetCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "COLLECTION", description = "Made if there is none.")
  private String collection = "";

  @Parameters(index = "1..*", paramLabel = "NAME=VALUE", description = "What {{NAME}} stands for.")
  private Map<String, String> variables = new LinkedHashMap<>();

  @Option(names = "--unset", paramLabel = "NAME", description = "Forget one; may be repeated.")
  private List<String> unset = new ArrayList<>();

  RequestSetCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Collection changed =
        useCases.requests().keep().set(collection, variables, new LinkedHashSet<>(unset));
    answer(
        _ -> CollectionJson.tree(changed),
        changed.variables().entrySet().stream()
            .map(it -> Visible.line(it.getKey() + " = " + it.getValue()))
            .toList());
    return ExitCode.DONE;
  }
}
