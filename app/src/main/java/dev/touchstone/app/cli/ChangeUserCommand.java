package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.account.ManageAccounts;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.AccountChange;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Something of a user that is changed: shown first, and done when the person says so. */
abstract class ChangeUserCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The user's name.")
  private String name = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  ChangeUserCommand(RootCommand root) {
    super(root);
  }

  abstract AccountChange preview(ManageAccounts accounts, String user) throws Failure;

  abstract User apply(ManageAccounts accounts, String user) throws Failure;

  @Override
  final int run(UseCases useCases) throws Failure {
    ManageAccounts accounts = useCases.accounts();
    AccountChange preview = previewOrTry(accounts);
    boolean done =
        !preview.fields().isEmpty()
            && change.wanted(
                root.context(), sentences(preview, "%s of %s would be %s; now %s."), true);
    AccountChange told =
        done ? new AccountChange(preview.before(), apply(accounts, name)) : preview;
    answer(
        _ -> UserDocuments.changed(done, told),
        told.fields().isEmpty()
            ? List.of("Nothing of %s would change.".formatted(Visible.line(name)))
            : sentences(
                told, done ? "%s of %s is now %s; before %s." : "%s of %s would be %s; now %s."));
    return ExitCode.DONE;
  }

  /** What was not only looked at but tried, and refused, is to be found in the audit trail. */
  private AccountChange previewOrTry(ManageAccounts accounts) throws Failure {
    try {
      return preview(accounts, name);
    } catch (Failure refused) {
      if (change.decided()) {
        var _ = apply(accounts, name);
      }
      throw refused;
    }
  }

  private static List<String> sentences(AccountChange change, String sentence) {
    List<String> lines = new ArrayList<>();
    for (AccountChange.Field it : change.fields()) {
      lines.add(
          sentence.formatted(
              word(it.name()),
              Visible.line(change.before().name()),
              value(it.to()),
              value(it.from())));
    }
    return lines;
  }

  private static String word(String field) {
    String words = field.replace('_', ' ').replace("email", "e-mail address");
    return "The " + words;
  }

  private static String value(String text) {
    return text.isEmpty() ? "not known" : "'" + Visible.line(text) + "'";
  }
}
