package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.LargeBlobSitting;
import dev.touchstone.key.largeblob.LargeBlobArray.Damage;
import dev.touchstone.key.manage.largeblob.LargeBlobListing;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import dev.touchstone.key.manage.largeblob.StoredBlob.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code touchstone blobs} */
@Command(
    name = "blobs",
    aliases = "large-blobs",
    header = "List, read, write, delete and collect the large blobs of a key",
    description = {
      "",
      "Alone it lists them, with whom each belongs to and the room that is left, not what is in"
          + " them. A large blob is a small file that a key keeps beside a credential, such as an"
          + " SSH certificate.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone blobs",
      "  touchstone blobs read 3fa2",
      "  touchstone blobs write nL9x id_ecdsa_sk-cert.pub",
      "  touchstone blobs collect --dry-run"
    })
final class LargeBlobsCommand extends LargeBlobCommand {

  LargeBlobsCommand(RootCommand root) {
    super(root, false);
  }

  @Override
  void run(LargeBlobSitting sitting, TerminalWatcher watcher) throws Failure {
    LargeBlobListing listing = sitting.list(watcher, cancellation());
    answer(_ -> LargeBlobDocuments.list(sitting.key(), listing), text(listing));
  }

  private List<String> text(LargeBlobListing listing) {
    List<String> lines = new ArrayList<>();
    Optional<Damage> damage = listing.array().damage();
    if (damage.isPresent()) {
      lines.addAll(
          Paragraph.lines(
              style()
                  .warning(
                      ("The large blobs on this key are damaged; %s. 'touchstone blobs collect'"
                              + " replaces them by none.")
                          .formatted(damage.get().words())),
              terminal().columns()));
    } else if (listing.blobs().isEmpty() && listing.withoutBlob().isEmpty()) {
      lines.add("No large blob is on the key, and no credential that could have one.");
    } else {
      lines.addAll(table(listing));
    }
    lines.add(
        "%d of %d bytes are used, %d are free."
            .formatted(listing.used(), listing.capacity(), listing.free()));
    listing.doubt().ifPresent(lines::add);
    return lines;
  }

  private List<String> table(LargeBlobListing listing) {
    Table table = new Table("ID", "SIZE", "WHOSE", "CREDENTIAL").yielding("CREDENTIAL", "WHOSE");
    for (StoredBlob it : listing.blobs()) {
      table.row(
          it.id(),
          String.valueOf(it.size()),
          switch (it.owner()) {
            case Owner.Credential(var credential, var _) -> LargeBlobText.credential(credential);
            case Owner.Nobody() -> "(no credential on this key)";
            case Owner.Unknown() -> "(not in the form of the specification)";
          },
          it.owner() instanceof Owner.Credential owner ? id(owner.credential()) : "");
    }
    listing
        .withoutBlob()
        .forEach(it -> table.row("-", "none", LargeBlobText.credential(it), id(it)));
    return table.lines(terminal().sheet());
  }
}
