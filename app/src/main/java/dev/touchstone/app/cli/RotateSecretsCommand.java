package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.store.ManageSecrets;
import dev.touchstone.rp.secret.SecretKeys;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone secrets rotate} */
@Command(
    name = "rotate",
    header = "Encrypt every secret anew under a new key",
    description = {
      "",
      "Servers go on meanwhile. The keys before stay known, so that earlier copies of the database"
          + " can be restored, until --forget-old takes away those that encrypt nothing here. With"
          + " key files on several computers, copy the file to each afterwards.",
      ""
    })
final class RotateSecretsCommand extends TouchstoneCommand {

  @Option(names = "--forget-old", description = "Make no new key; forget those that are unused.")
  private boolean forgetOld;

  @Mixin private ChangeOptions change = new ChangeOptions();

  RotateSecretsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ManageSecrets secrets = useCases.manageSecrets();
    SecretKeys.State before = secrets.keys();
    String preview = forgetOld ? unused(before) : anew(before);
    boolean done = change.wanted(root.context(), List.of(preview), true);
    SecretKeys.State after = done ? (forgetOld ? secrets.forgetOld() : secrets.rotate()) : before;
    List<String> lines = new ArrayList<>(done ? List.of() : List.of(preview));
    lines.addAll(done ? SecretKeyText.lines(after) : List.of("Nothing was changed."));
    answer(_ -> StoreDocuments.keys(done, after), lines);
    return ExitCode.DONE;
  }

  private static String anew(SecretKeys.State state) {
    int count = state.secrets().values().stream().mapToInt(Integer::intValue).sum();
    return "Would make a new key in %s and encrypt %s under it."
        .formatted(state.place(), count == 1 ? "1 secret" : count + " secrets");
  }

  private static String unused(SecretKeys.State state) {
    long count =
        state.ids().stream().skip(1).filter(id -> !state.secrets().containsKey(id)).count();
    return "Would forget %s; copies of the database from before the rotation lose their secrets."
        .formatted(count == 1 ? "1 old key" : count + " old keys");
  }
}
