package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.KeyCredentialSitting;
import dev.touchstone.app.usecase.KeyCredentialSitting.Access;
import dev.touchstone.app.usecase.NamedCredential;
import dev.touchstone.key.manage.DeleteKeyCredential.Deletion;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.session.Cancellation;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone credentials delete} */
@Command(
    name = "delete",
    header = "Delete a credential from a key for good",
    description = {
      "",
      "Nobody can sign in with it any more, and nothing brings it back. The relying party is not"
          + " told: it goes on waiting for this credential until it is deleted there as well.",
      ""
    })
final class DeleteKeyCredentialCommand extends KeyCredentialCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The credential's id, or enough of its beginning.")
  private String id = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  DeleteKeyCredentialCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(KeyCredentialSitting sitting, TerminalWatcher watcher) throws Failure {
    Cancellation cancellation = root.context().cancellation();
    StoredCredential credential =
        NamedCredential.of(
            sitting.list(Access.USUAL, watcher, cancellation).content().credentials(), id);
    Deletion deletion = sitting.previewDelete(credential, watcher, cancellation);
    List<String> preview = preview(credential);
    boolean wanted = change.wanted(root.context(), preview, answerable());
    if (wanted) {
      sitting.delete(deletion, watcher, cancellation);
    }
    answer(
        documents ->
            KeyCredentialDocuments.deleted(wanted, credential, deletion.mayLeaveLargeBlob()),
        wanted ? List.of("Deleted %s.".formatted(which(credential))) : preview);
    if (wanted && deletion.mayLeaveLargeBlob() && !wantsJson()) {
      remark(
          List.of(
              "It may have left a large blob behind, which nobody can read any more:"
                  + " 'touchstone blobs collect' makes room."));
    }
    return ExitCode.DONE;
  }

  private static List<String> preview(StoredCredential credential) {
    return List.of(
        "Would delete %s from the key.".formatted(which(credential)),
        "It cannot be undone: its private key exists nowhere else.");
  }

  private static String which(StoredCredential credential) {
    String user =
        credential.user().name().isEmpty()
            ? "user id " + credential.user().id().base64Url()
            : "'" + credential.user().name() + "'";
    return "the credential of %s for %s (%s)"
        .formatted(
            Visible.line(user),
            Visible.line(KeyCredentialText.rp(credential)),
            credential.id().bytes().base64Url());
  }
}
