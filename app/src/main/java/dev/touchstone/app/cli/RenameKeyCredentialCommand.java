package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.KeyCredentialSitting;
import dev.touchstone.app.usecase.KeyCredentialSitting.Access;
import dev.touchstone.app.usecase.NamedCredential;
import dev.touchstone.key.ctap.UserAccount;
import dev.touchstone.key.manage.RenameCredentialUser.Renaming;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.session.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone credentials rename} */
@Command(
    name = "rename",
    header = "Change the user's names of a credential on a key",
    description = {
      "",
      "The names are what a person sees when choosing an account. The user id stays as it is, and"
          + " the relying party is not told: it may show other names.",
      ""
    })
final class RenameKeyCredentialCommand extends KeyCredentialCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The credential's id, or enough of its beginning.")
  private String id = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The user's name; '' takes it away. Without it: the name stays.")
  private @Nullable String name;

  @Option(
      names = "--display-name",
      paramLabel = "NAME",
      description = "The user's display name; '' takes it away. Without it: it stays.")
  private @Nullable String displayName;

  @Mixin private ChangeOptions change = new ChangeOptions();

  RenameKeyCredentialCommand(RootCommand root) {
    super(root);
  }

  @Override
  void check() throws Failure {
    if (name == null && displayName == null) {
      throw new Failure(
          new Advice(
              Advice.Kind.USAGE,
              "There is no new name.",
              "Nothing was changed.",
              "Give --name, --display-name or both.",
              ""));
    }
  }

  @Override
  int run(KeyCredentialSitting sitting, TerminalWatcher watcher) throws Failure {
    Cancellation cancellation = root.context().cancellation();
    StoredCredential credential =
        NamedCredential.of(
            sitting.list(Access.USUAL, watcher, cancellation).content().credentials(), id);
    Renaming renaming =
        sitting.previewRename(
            credential,
            Optional.ofNullable(name),
            Optional.ofNullable(displayName),
            watcher,
            cancellation);
    List<String> preview = preview(renaming);
    boolean wanted =
        !renaming.changesNothing() && change.wanted(root.context(), preview, answerable());
    if (!wanted) {
      answer(
          documents -> KeyCredentialDocuments.renamed(false, credential, renaming.after()),
          preview);
      return ExitCode.DONE;
    }
    UserAccount after =
        sitting
            .rename(renaming, watcher, cancellation)
            .map(StoredCredential::user)
            .orElse(renaming.after());
    answer(
        documents -> KeyCredentialDocuments.renamed(true, credential, after),
        done(renaming.after(), after));
    return ExitCode.DONE;
  }

  private static List<String> preview(Renaming renaming) {
    List<String> lines = new ArrayList<>();
    UserAccount before = renaming.credential().user();
    if (renaming.changesNothing()) {
      lines.add("The names are what they were; nothing is to be done.");
      return lines;
    }
    lines.add(
        "Would change the user of %s on the key from %s to %s."
            .formatted(
                Visible.line(KeyCredentialText.rp(renaming.credential())),
                names(before),
                names(renaming.after())));
    if (renaming.mayBeShortened()) {
      lines.add("Keys may keep 64 bytes of a name only: this one may be shortened.");
    }
    lines.add("The relying party is not told, and may go on showing its own names.");
    return lines;
  }

  private static List<String> done(UserAccount wanted, UserAccount kept) {
    List<String> lines = new ArrayList<>();
    lines.add("The user is %s now.".formatted(names(kept)));
    if (!wanted.equals(kept)) {
      lines.add("The key shortened what it was given.");
    }
    return lines;
  }

  private static String names(UserAccount user) {
    String name = user.name().isEmpty() ? "no name" : "'" + Visible.line(user.name()) + "'";
    return user.displayName().isEmpty()
        ? name
        : name + " ('" + Visible.line(user.displayName()) + "')";
  }
}
