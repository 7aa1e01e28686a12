package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone totp confirm} */
@Command(
    name = "confirm",
    header = "Make a device a factor by its first code",
    description = {
      "",
      "The code is asked for, or read from standard input. Recovery codes are printed, this once.",
      ""
    })
final class TotpConfirmCommand extends TotpUserCommand {

  TotpConfirmCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    char[] code = SecretQuestion.ask(root.context(), false, "Code: ", "code");
    List<String> recovery = useCases.totp().confirm(user(), new String(code));
    Arrays.fill(code, '\0');
    answer(_ -> TotpDocuments.codes(true, user(), recovery), text(recovery));
    return ExitCode.DONE;
  }

  static List<String> text(List<String> codes) {
    List<String> lines = new ArrayList<>();
    lines.add("Recovery codes, each good once, shown this once:");
    codes.forEach(it -> lines.add("  " + it));
    return lines;
  }
}
