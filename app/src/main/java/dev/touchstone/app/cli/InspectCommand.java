package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.InspectData;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.inspect.Inspection;
import dev.touchstone.rp.inspect.Node;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone inspect} */
@Command(
    name = "inspect",
    header = "Spell out a response, attestation, certificate, CBOR …",
    description = {
      "",
      "It finds out by itself what it was given: registration and authentication"
          + " responses, attestation objects, client data, authenticator data, COSE keys,"
          + " CBOR, certificates, JWTs; as JSON, PEM, base64, base64url, hex or raw bytes.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone inspect response.json",
      "  touchstone inspect o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVjE...",
      "  xclip -o | touchstone inspect",
    })
final class InspectCommand extends TouchstoneCommand {

  /** More than the inspector takes, so that it can say so; never all of an endless stream. */
  private static final int MOST = 16 * 1024 * 1024;

  /** What looks more like a file's name than like data: a path, or an ending. */
  private static final Pattern FILE_NAME =
      Pattern.compile("[/~.][^{}]{0,255}|[^\\s{}:]{1,255}\\.[A-Za-z0-9]{1,5}");

  /** Lines of the tree that the attestation below it says better. */
  private static final Set<String> VERDICT =
      Set.of("trust", "attestation type", "model", "certificate path");

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE|-|TEXT",
      description = "A file, - for standard input (usual), or the data itself.")
  private String what = "-";

  @Option(
      names = {"-v", "--verbose"},
      description = "Show long values in full.")
  private boolean verbose;

  InspectCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    Inspection inspection = inspect(useCases);
    answer(documents -> documents.inspection(inspection), text(inspection));
    return ExitCode.DONE;
  }

  private Inspection inspect(UseCases useCases) throws Failure {
    byte[] data = read();
    InspectData inspector = useCases.inspectData();
    try {
      return inspector.run(data);
    } catch (Failure failure) {
      throw what.isEmpty() || what.equals("-") || existing(what) != null
          ? failure
          : orNoSuchFile(failure);
    }
  }

  /** Whoever mistyped a file's name does not want to hear about base64 alone. */
  private Failure orNoSuchFile(Failure failure) {
    Advice advice = failure.advice();
    String name = Paragraph.shorten(what, 60);
    Advice better =
        FILE_NAME.matcher(what).matches()
            ? new Advice(
                Advice.Kind.FAILED,
                "There is no file '%s', and it is no data that can be read either.".formatted(name),
                "",
                "Check the name. 'touchstone inspect --help' tells what can be inspected.",
                "")
            : new Advice(
                advice.kind(),
                advice.happened(),
                advice.cost(),
                "%s If a file was meant: there is none of the name '%s'."
                    .formatted(advice.next(), name)
                    .strip(),
                advice.clause());
    return new Failure(better, failure);
  }

  private byte[] read() throws Failure {
    if (what.equals("-")) {
      if (terminal().inIsTerminal()) {
        terminal().err().println("Paste the data, then Ctrl-D on a line of its own:");
      }
      return standardInput();
    }
    Path file = existing(what);
    if (file == null) {
      return what.getBytes(StandardCharsets.UTF_8);
    }
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MOST);
    } catch (IOException e) {
      throw unreadable("The file " + file, e);
    }
  }

  private byte[] standardInput() throws Failure {
    try {
      return Answer.unlessCancelled(root.context().cancellation(), this::everything)
          .orElseThrow(
              () -> new Failure(new Advice(Advice.Kind.CANCELLED, "Cancelled.", "", "", "")));
    } catch (CompletionException e) {
      throw unreadable("Standard input", e);
    }
  }

  private byte[] everything() {
    try {
      return terminal().in().readNBytes(MOST);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of that name, if there is one; otherwise the text is meant itself. */
  private static @Nullable Path existing(String name) {
    try {
      Path file = Path.of(name);
      return !name.isEmpty() && Files.exists(file) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static Failure unreadable(String what, Exception cause) {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            what + " cannot be read.",
            "",
            "Check that it is a file and that you may read it.",
            ""),
        cause);
  }

  /** Without the verdict on an attestation that is drawn below it. */
  private static Node tree(Inspection inspection) {
    return inspection
        .attestation()
        .map(report -> withoutVerdict(inspection.tree(), report.sentence()))
        .orElse(inspection.tree());
  }

  private static Node withoutVerdict(Node node, String sentence) {
    boolean judged =
        node.children().stream()
            .anyMatch(it -> it.name().equals("trust") && it.value().equals(sentence));
    List<Node> children =
        node.children().stream()
            .filter(child -> !judged || !VERDICT.contains(child.name()))
            .map(child -> withoutVerdict(child, sentence))
            .toList();
    return new Node(node.name(), node.value(), node.note(), node.severity(), children);
  }

  private List<String> text(Inspection inspection) {
    Sheet sheet = terminal().sheet();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s  %s"
            .formatted(
                style().strong(inspection.kind()),
                style().dim(inspection.encoding() + ", " + inspection.size() + " bytes")));
    lines.addAll(new InspectionTree(sheet, verbose).lines(tree(inspection)));
    inspection
        .attestation()
        .ifPresent(report -> {
          lines.add("");
          lines.add(style().strong("Attestation"));
          lines.addAll(new CertificatePath(sheet, verbose).lines(report));
        });
    return lines;
  }
}
