package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.LargeBlobSitting;
import dev.touchstone.key.manage.largeblob.WriteLargeBlob.Writing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone blobs write} */
@Command(
    name = "write",
    header = "Keep a file beside a credential on the key",
    description = {
      "",
      "It replaces the large blob that the credential has; those of others stay byte for byte."
          + " Only a credential that was made with a key for it can have one.",
      ""
    })
final class WriteLargeBlobCommand extends LargeBlobCommand {

  /** No key holds more; a larger file is a mistake. */
  private static final int MOST_BYTES = 1 << 20;

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The credential's id, or enough of its beginning.")
  private String id = "";

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "What to keep; - for standard input, not together with --pin-stdin.")
  private String file = "";

  @Mixin private ChangeOptions change = new ChangeOptions();

  private byte[] content = new byte[0];

  WriteLargeBlobCommand(RootCommand root) {
    super(root, true);
  }

  @Override
  void check() throws Failure {
    boolean standardInput = file.equals("-");
    if (standardInput && !answerable()) {
      throw usage(
          "Standard input cannot be both the PIN and the blob.", "Give the blob as a file.");
    }
    try (InputStream in = standardInput ? terminal().in() : Files.newInputStream(Path.of(file))) {
      content = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw usage("The file %s cannot be read.".formatted(file), "Name one that can.");
    }
    if (content.length > MOST_BYTES) {
      throw usage("This is larger than any key holds.", "Choose less than a megabyte.");
    }
  }

  @Override
  void run(LargeBlobSitting sitting, TerminalWatcher watcher) throws Failure {
    Writing writing =
        sitting.previewWrite(
            credential(id, sitting.list(watcher, cancellation())),
            content,
            watcher,
            cancellation());
    List<String> preview = preview(writing);
    boolean wanted = change.wanted(root.context(), preview, answerable() && !file.equals("-"));
    if (wanted) {
      sitting.write(writing, watcher, cancellation());
    }
    answer(
        _ -> LargeBlobDocuments.written(sitting.key(), wanted, writing),
        wanted
            ? List.of(
                "Wrote %d bytes beside the credential of %s."
                    .formatted(writing.blobSize(), LargeBlobText.credential(writing.credential())))
            : preview);
  }

  private static List<String> preview(Writing writing) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Would write %d bytes beside the credential of %s."
            .formatted(writing.blobSize(), LargeBlobText.credential(writing.credential())));
    if (writing.replaces()) {
      lines.add("The large blob that it has would be gone.");
    }
    lines.add(
        "All large blobs together would take %d of %d bytes."
            .formatted(writing.change().sizeAfter(), writing.change().capacity()));
    return lines;
  }

  private static Failure usage(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "Nothing was written.", next, ""));
  }
}
