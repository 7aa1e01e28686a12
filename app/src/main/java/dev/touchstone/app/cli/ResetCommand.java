package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.ResetKey;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.manage.reset.ResetPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone reset} */
@Command(
    name = "reset",
    header = "Delete everything on a key: credentials, PIN, fingerprints, settings",
    description = {
      "",
      "A key takes this for ten seconds after it got power, so you take it out and put it back when"
          + " you are told to, and then touch it. It is reset only if the key that came back is the"
          + " one that was chosen. It can be stopped with Ctrl-C until you touch it.",
      ""
    })
final class ResetCommand extends TouchstoneCommand {

  /** What has to be typed, unless --yes says it beforehand. */
  private static final String WORD = "reset";

  @Mixin private ChangeOptions change = new ChangeOptions();

  @Option(names = "--touch", description = "A virtual key touches itself.")
  private boolean touch;

  @Mixin private WhichKey which = new WhichKey();

  ResetCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return which.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    ResetKey reset = useCases.keys().resetKey();
    ResetKey.Preview preview = reset.preview(new ResetKey.Request(which.key()));
    List<String> paragraphs = paragraphs(preview);
    if (!change.wanted(root.context(), paragraphs, true, WORD)) {
      answer(documents -> SettingDocuments.reset(preview, Optional.empty()), wrapped(paragraphs));
      return ExitCode.DONE;
    }
    ResetKey.Result result = reset.apply(preview, watcher(useCases), root.context().cancellation());
    answer(
        documents -> SettingDocuments.reset(preview, Optional.of(result)),
        wrapped(sentences(result)));
    return result.doubts().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private ResetSteps watcher(UseCases useCases) {
    useCases.virtualTouch().automatic(touch);
    if (!touch && !terminal().inIsTerminal()) {
      useCases.virtualTouch().unattended();
    }
    TerminalWatcher person =
        new TerminalWatcher(
            terminal(),
            useCases.virtualTouch(),
            request -> Optional.empty(),
            root.context().cancellation(),
            true);
    return new ResetSteps(terminal(), person, useCases.clock());
  }

  private static List<String> paragraphs(ResetKey.Preview preview) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(
        "This deletes everything on %s, for good:".formatted(PinQuestions.name(preview.key())));
    for (ResetPreview.Loss loss : preview.what().lost()) {
      paragraphs.add("%s: %s.".formatted(loss.what(), loss.detail()));
    }
    paragraphs.addAll(preview.what().kept());
    paragraphs.add(
        preview.key().serial().isPresent()
            ? "The key is known again by its serial number, %s."
                .formatted(preview.key().serial().get())
            : "The key tells no serial number: it is known again by what it tells of itself and by"
                + " its PIN tries, so have no other key of this model at hand.");
    if (preview.how() == ResetKey.PowerUp.RESTART) {
      paragraphs.add(
          "Whether a simulator was started just now cannot be seen from here: start it anew before"
              + " you go on.");
    }
    return paragraphs;
  }

  private static List<String> sentences(ResetKey.Result result) {
    List<String> sentences = new ArrayList<>();
    sentences.add("%s was reset.".formatted(PinQuestions.name(result.key())));
    if (!result.checked()) {
      sentences.add("It could not be read afterwards; look with 'touchstone info'.");
    } else if (result.doubts().isEmpty()) {
      sentences.add("It has no PIN now and holds nothing. 'touchstone info' shows it.");
    }
    sentences.addAll(result.doubts());
    return sentences;
  }

  private List<String> wrapped(List<String> paragraphs) {
    return paragraphs.stream()
        .flatMap(it -> terminal().sheet().lines(Visible.of(it), terminal().columns()).stream())
        .toList();
  }
}
