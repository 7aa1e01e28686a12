package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.variable.Template;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.KeepRequests;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a request is kept instead of sent. */
final class SaveOptions {

  @Option(
      names = "--save",
      paramLabel = RequestName.LABEL,
      description = "Keep it in a collection instead of sending it; tokens are left out.")
  private @Nullable String save;

  @Option(
      names = "--keep-secrets",
      description = "Keep what is left out, encrypted, for the request's origin alone.")
  private boolean keepSecrets;

  @Option(
      names = {"-y", "--yes"},
      description = "Replace a request of the same name without a question.")
  private boolean yes;

  /** How a question about it is answered beforehand. */
  ChangeOptions change() {
    return new ChangeOptions().orDecided(yes);
  }

  boolean wanted() {
    return save != null;
  }

  int keep(
      TouchstoneCommand command,
      UseCases useCases,
      Request request,
      List<String> notes,
      boolean dryRun)
      throws Failure {
    RequestName name = RequestName.of(save == null ? "" : save);
    KeepRequests keep = useCases.requests().keep();
    KeepRequests.Preview preview = keep.preview(name.collection(), name.requestName(), request);
    String place = Visible.line("%s/%s".formatted(preview.collection(), preview.name()));
    boolean done =
        !dryRun
            && (!preview.replaces()
                || change()
                    .wanted(
                        command.root.context(),
                        List.of("Would replace %s.".formatted(place)),
                        true));
    if (done) {
      keep.keep(preview, keepSecrets);
    }
    List<String> lines = new ArrayList<>();
    lines.add((done ? "Kept %s." : "Would keep %s.").formatted(place));
    if (!preview.taken().isEmpty()) {
      List<String> variables = preview.taken().keySet().stream().map(Template::of).toList();
      lines.add(
          (keepSecrets
                  ? "Encrypted among the secrets, not in the collection: %s."
                  : "Left out, because others could use it: %s. Give it with --var or"
                      + " --token-prompt, or keep it with --keep-secrets.")
              .formatted(String.join(", ", variables)));
    }
    notes.forEach(it -> lines.add(Visible.line(it)));
    command.answer(_ -> RequestDocuments.kept(done, preview, notes), lines);
    return ExitCode.DONE;
  }
}
