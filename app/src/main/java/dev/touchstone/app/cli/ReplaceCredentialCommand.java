package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.app.usecase.ReplaceCredential;
import dev.touchstone.app.usecase.ReplaceCredential.Order;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone users credentials replace} */
@Command(
    name = "replace",
    header = "Register a new credential in the place of one, and revoke that",
    description = {
      "",
      "The new one is registered first: if that fails or is cancelled, nothing has changed. With"
          + " --revoke-first the old one signs nobody in from the start, whatever becomes of the"
          + " new one.",
      ""
    })
final class ReplaceCredentialCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The old credential's id, or enough of its beginning.")
  private String id = "";

  @Option(
      names = "--label",
      paramLabel = "TEXT",
      description = "What lists call the new one; the old one's label unless given.")
  private @Nullable String label;

  @Option(names = "--revoke-first", description = "The old one is lost, or somebody may misuse it.")
  private boolean revokeFirst;

  @Mixin private KeyOptions key = new KeyOptions();
  @Mixin private ChangeOptions change = new ChangeOptions();

  ReplaceCredentialCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ReplaceCredential replace = useCases.replaceCredential();
    DeleteCredential.Preview preview = replace.preview(id);
    List<String> sentences = sentences(preview);
    if (!change.wanted(root.context(), sentences, !key.pinFromStandardInput())) {
      answer(
          documents ->
              UserDocuments.replaced(preview.credential(), false, Optional.empty(), documents),
          sentences);
      return ExitCode.DONE;
    }
    ReplaceCredential.Result result =
        replace.run(
            new ReplaceCredential.Request(
                preview.credential().id(),
                key.key(),
                Optional.ofNullable(label),
                revokeFirst ? Order.REVOKE_FIRST : Order.REGISTER_FIRST),
            key.watcher(root.context(), useCases),
            root.context().cancellation());
    boolean accepted = result.ceremony().verdict().accepted();
    answer(
        documents ->
            UserDocuments.replaced(
                result.old(), result.revoked(), Optional.of(result.ceremony()), documents),
        text(result, accepted));
    return accepted ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<String> sentences(DeleteCredential.Preview preview) {
    Credential old = preview.credential();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s of %s%s would be replaced: %s."
            .formatted(
                old.id(),
                Visible.line(old.userName()),
                old.label().isEmpty() ? "" : " ('" + Visible.line(old.label()) + "')",
                revokeFirst
                    ? "it is revoked at once, then a new one is registered"
                    : "a new one is registered, then it is revoked"));
    if (revokeFirst && preview.lastOfUser()) {
      lines.add("It is the user's last one: if no new one is registered they cannot sign in.");
    }
    return lines;
  }

  private List<String> text(ReplaceCredential.Result result, boolean accepted) {
    List<String> lines =
        new ArrayList<>(
            new CeremonyReport(StepList.Detail.TITLES, terminal().sheet())
                .lines(result.ceremony()));
    lines.add(
        accepted
            ? "The old credential is revoked; the new one has its place."
            : result.revoked()
                ? "The old credential is revoked, and the new one was refused."
                : "The new one was refused; the old credential is as it was.");
    return lines;
  }
}
