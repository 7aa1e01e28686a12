package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.KeyCredentialSitting;
import dev.touchstone.app.usecase.KeyCredentialSitting.Access;
import dev.touchstone.key.manage.CredentialSlots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone credentials slots} */
@Command(
    name = "slots",
    header = "Tell how many more discoverable credentials fit on a key",
    description = {
      "",
      "Asks for no PIN and tells what the key tells everybody; with --exact it asks for the PIN, and"
          + " tells how many there are as well.",
      ""
    })
final class CredentialSlotsCommand extends KeyCredentialCommand {

  @Option(names = "--exact", description = "Count the credentials, which takes the key's PIN.")
  private boolean exact;

  CredentialSlotsCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(KeyCredentialSitting sitting, TerminalWatcher watcher) throws Failure {
    CredentialSlots slots =
        exact
            ? sitting.list(Access.USUAL, watcher, root.context().cancellation()).content().slots()
            : sitting.estimate();
    answer(
        documents -> KeyCredentialDocuments.slots(sitting.key(), slots, exact),
        text(slots, sitting.obstacle()));
    return ExitCode.DONE;
  }

  private List<String> text(CredentialSlots slots, Optional<String> obstacle) {
    List<String> paragraphs = new ArrayList<>();
    if (slots.remaining().isPresent() || obstacle.isEmpty()) {
      paragraphs.add(KeyCredentialText.room(slots));
    }
    if (slots.remaining().isEmpty() && obstacle.isEmpty()) {
      paragraphs.add("It tells who knows its PIN: add --exact.");
    }
    obstacle.ifPresent(paragraphs::add);
    List<String> lines = new ArrayList<>();
    paragraphs.forEach(it -> lines.addAll(Paragraph.lines(it, terminal().columns())));
    return lines;
  }
}
