package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.StoreSettings.SecretKey;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.store.DatabaseReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code touchstone backup} */
@Command(
    name = "backup",
    header = "Copy the database into a file, while it is used",
    description = {
      "",
      "Users, credentials, audit rows and encrypted secrets as they are at one moment, checked. The"
          + " key of the secrets is not among them: keep a copy of it elsewhere. To restore, stop"
          + " everything and put the file in the place of the database. Where operators sign in,"
          + " it is for administrators; whoever may read the data folder can copy the file all the"
          + " same.",
      ""
    })
final class BackupCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "The copy; there must be no such file yet.")
  @SuppressWarnings("NullAway.Init") // by picocli
  private Path file;

  BackupCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Path target = file.toAbsolutePath().normalize();
    DatabaseReport report = useCases.store().backUp(target);
    answer(
        _ -> StoreDocuments.backUp(target, report),
        text(target, report, useCases.settings().store().key()));
    return ExitCode.DONE;
  }

  private static List<String> text(Path target, DatabaseReport report, SecretKey key) {
    List<String> lines = new ArrayList<>();
    long rows = report.rows().values().stream().mapToLong(Long::longValue).sum();
    lines.add("%s: %,d rows, %,d bytes, checked.".formatted(target, rows, report.bytes()));
    switch (key) {
      case SecretKey.InFile it ->
          lines.add("The key of its secrets is not in it: %s.".formatted(it.file()));
      case SecretKey.InKeychain _ ->
          lines.add("The key of its secrets is not in it: it is in the desktop's keychain.");
      case SecretKey.UnderPassphrase _ ->
          lines.add("Its secrets open with the passphrase that is set now.");
    }
    return lines;
  }
}
