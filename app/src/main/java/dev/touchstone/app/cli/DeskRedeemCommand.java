package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone desk redeem} */
@Command(
    name = "redeem",
    header = "Register a key by a one-time code of the help desk",
    description = {
      "",
      "The code is asked for, or read from standard input: its first line. With --pin-stdin the PIN"
          + " is the second line.",
      ""
    })
final class DeskRedeemCommand extends TouchstoneCommand {

  @Option(names = "--label", paramLabel = "TEXT", description = "What lists call the new key.")
  private String label = "";

  @Mixin private KeyOptions key = new KeyOptions();

  DeskRedeemCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    char[] code = SecretQuestion.ask(root.context(), false, "Code: ", "code");
    RegisterCredential register = useCases.desk().redeeming().by(new String(code));
    Arrays.fill(code, '\0');
    return answer(
        register.run(
            new RegisterCredential.Request(
                key.key(), RegistrationRequest.forUser("").labelled(label)),
            key.watcher(root.context(), useCases),
            root.context().cancellation()),
        false);
  }
}
