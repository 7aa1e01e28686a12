package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.LargeBlobSitting;
import dev.touchstone.app.usecase.ManageLargeBlobs;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.manage.largeblob.LargeBlobListing;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import dev.touchstone.key.manage.largeblob.StoredBlob.Owner;
import dev.touchstone.key.session.Cancellation;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;

/** What the commands on large blobs share: the key, opened for as long as they run. */
abstract class LargeBlobCommand extends TouchstoneCommand {

  @Mixin private KeyOptions key = new KeyOptions();

  private final boolean toWrite;

  /**
   * @param toWrite whether the PIN is to permit writing
   */
  LargeBlobCommand(RootCommand root, boolean toWrite) {
    super(root);
    this.toWrite = toWrite;
  }

  @Override
  final Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  final int run(UseCases useCases) throws Failure {
    check();
    TerminalWatcher watcher = key.watcher(root.context(), useCases);
    try (LargeBlobSitting sitting =
        useCases
            .keys()
            .largeBlobs()
            .open(new ManageLargeBlobs.Request(key.key(), toWrite), watcher)) {
      run(sitting, watcher);
      return ExitCode.DONE;
    }
  }

  /** Looks at the options, and reads what has to be read, before any key is opened. */
  void check() throws Failure {}

  /** Does it at the opened key. */
  abstract void run(LargeBlobSitting sitting, TerminalWatcher watcher) throws Failure;

  /** Whether standard input is free for a question. */
  boolean answerable() {
    return !key.pinFromStandardInput();
  }

  Cancellation cancellation() {
    return root.context().cancellation();
  }

  /** The one whose id, or whose credential's id, begins so. */
  static StoredBlob blob(String id, LargeBlobListing listing) throws Failure {
    return one(
        id,
        listing.blobs().stream().filter(it -> it.id().startsWith(id) || isOf(it, id)).toList(),
        "large blob");
  }

  /** The credential whose id begins so, with or without a blob. */
  static StoredCredential credential(String id, LargeBlobListing listing) throws Failure {
    return one(
        id,
        Stream.concat(
                listing.withoutBlob().stream().filter(it -> id(it).startsWith(id)),
                listing.blobs().stream()
                    .filter(it -> it.id().startsWith(id) || isOf(it, id))
                    .map(StoredBlob::owner)
                    .filter(Owner.Credential.class::isInstance)
                    .map(it -> ((Owner.Credential) it).credential()))
            .toList(),
        "credential that can have a large blob");
  }

  private static boolean isOf(StoredBlob blob, String id) {
    return blob.owner() instanceof Owner.Credential owner && id(owner.credential()).startsWith(id);
  }

  static String id(StoredCredential credential) {
    return credential.id().bytes().base64Url();
  }

  private static <T> T one(String id, List<T> matching, String what) throws Failure {
    if (matching.size() == 1 && !id.isEmpty()) {
      return matching.getFirst();
    }
    throw new Failure(
        new Advice(
            Advice.Kind.USAGE,
            matching.isEmpty()
                ? "The key has no %s '%s'.".formatted(what, id)
                : "%d begin with '%s'.".formatted(matching.size(), id),
            "Nothing was changed.",
            "'touchstone blobs' lists them.",
            ""));
  }
}
