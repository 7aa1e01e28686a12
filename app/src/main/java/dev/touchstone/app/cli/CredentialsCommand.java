package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.CredentialFilter;
import dev.touchstone.app.usecase.CredentialsOnKey;
import dev.touchstone.app.usecase.KeyCredentialSitting;
import dev.touchstone.app.usecase.KeyCredentialSitting.Access;
import dev.touchstone.key.manage.StoredCredential;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone credentials} */
@Command(
    name = "credentials",
    header = "List the credentials on a key; rename, delete",
    description = {
      "",
      "The discoverable credentials that the key itself holds, by relying party. It takes the key's"
          + " PIN; --remember asks for it once, so that later lists need none, where the key can"
          + " do that (CTAP 2.2). PROTECTION: level of credProtect. BLOB: has a large-blob key.",
      "",
      "What the relying party in this program stored is elsewhere: touchstone users credentials.",
      "",
      "Without --key: the one hardware key that is plugged in, else the virtual key.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class CredentialsCommand extends KeyCredentialCommand {

  @Option(names = "--rp", paramLabel = "RPID", description = "Only those of this relying party.")
  private @Nullable String rp;

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Only those with this in the RP ID, a name, the user id or their own id.")
  private String search = "";

  @Option(
      names = "--remember",
      description = "Ask for the PIN once more, and list without it from now on.")
  private boolean remember;

  @Option(
      names = "--remembered",
      description = "Never ask for a PIN: list by what is remembered, or fail.")
  private boolean remembered;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show all that the key tells of each, one line a fact.")
  private boolean verbose;

  @Option(names = "--csv", description = "Print all of it as CSV, for spreadsheets.")
  private boolean csv;

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      hidden = true)
  private @Nullable String user;

  CredentialsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(KeyCredentialSitting sitting, TerminalWatcher watcher) throws Failure {
    CredentialsOnKey found = sitting.list(access(), watcher, root.context().cancellation());
    CredentialFilter filter = new CredentialFilter(Optional.ofNullable(rp), search);
    List<StoredCredential> shown = found.content().credentials().stream().filter(filter).toList();
    KeyCredentialText text = new KeyCredentialText(terminal().sheet());
    answer(
        documents -> KeyCredentialDocuments.list(found, shown),
        csv ? CredentialCsv.lines(shown) : text.lines(found, shown, verbose));
    if (!wantsJson()) {
      remark(text.remarks(found));
    }
    return ExitCode.DONE;
  }

  private Access access() {
    return remember ? Access.REMEMBER : remembered ? Access.REMEMBERED : Access.USUAL;
  }

  @Override
  void check() throws Failure {
    if (user != null) {
      throw usage(
          "--user belongs to the credentials that the relying party stored.",
          "They are listed by: touchstone users credentials --user " + user);
    }
    if (remember && remembered) {
      throw usage(
          "--remember asks for the PIN, and --remembered does not let it.", "Give one of the two.");
    }
    if (csv && wantsJson()) {
      throw usage("--csv and --json are two forms of one answer.", "Give one of the two.");
    }
  }

  private static Failure usage(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "", next, ""));
  }
}
