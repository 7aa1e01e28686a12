package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.BlobContent;
import dev.touchstone.app.usecase.LargeBlobSitting;
import dev.touchstone.key.manage.largeblob.StoredBlob;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone blobs read} */
@Command(
    name = "read",
    header = "Show what is in a large blob, or save it",
    description = {
      "",
      "Text is shown as it is, JSON indented, anything else in hexadecimal; on standard error stands"
          + " what it looks like. With --out the bytes go into a file that did not exist.",
      ""
    })
final class ReadLargeBlobCommand extends LargeBlobCommand {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The blob's id or its credential's, or enough of the beginning.")
  private String id = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Save it there, byte for byte.")
  private @Nullable Path file;

  ReadLargeBlobCommand(RootCommand root) {
    super(root, false);
  }

  @Override
  void run(LargeBlobSitting sitting, TerminalWatcher watcher) throws Failure {
    StoredBlob blob = blob(id, sitting.list(watcher, cancellation()));
    BlobContent content = BlobContent.of(sitting.read(blob, watcher, cancellation()));
    if (file != null) {
      save(file, content);
    }
    Optional<Path> saved = Optional.ofNullable(file);
    terminal()
        .err()
        .println("%d bytes; it looks like %s.".formatted(content.bytes().length(), words(content)));
    answer(
        _ -> LargeBlobDocuments.content(sitting.key(), blob, content, saved),
        saved
            .map(it -> List.of("Saved to %s.".formatted(Visible.line(it.toString()))))
            .orElseGet(() -> lines(content)));
  }

  private static String words(BlobContent content) {
    return content.kind().words();
  }

  private static List<String> lines(BlobContent content) {
    return content.text().orElseGet(content::hex).lines().toList();
  }

  private static void save(Path file, BlobContent content) throws Failure {
    try {
      Files.write(file, content.bytes().toArray(), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw failed("There is a file %s already.".formatted(file), "Name another one.", e);
    } catch (IOException e) {
      throw failed(
          "The file %s cannot be written.".formatted(file), "Name one in another folder.", e);
    }
  }

  private static Failure failed(String happened, String next, IOException cause) {
    return new Failure(
        new Advice(Advice.Kind.USAGE, happened, "Nothing was saved.", next, ""), cause);
  }
}
