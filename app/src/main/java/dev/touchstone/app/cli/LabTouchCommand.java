package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.TouchLabKey;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.fixture.lab.Gesture;
import dev.touchstone.fixture.lab.LabKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone lab touch} */
@Command(
    name = "touch",
    header = "Touch a virtual key that blinks",
    description = {
      "",
      "Needs a laboratory that runs. A touch that the key does not wait for does nothing, as on a real key, and ends with exit code 1. With --by it says who touches the key from now on.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone lab touch ada",
      "  touchstone lab touch ada --decline",
      "  touchstone lab touch bio --finger 2",
      "  touchstone lab touch ada --by itself"
    })
final class LabTouchCommand extends TouchstoneCommand {

  @Parameters(index = "0", paramLabel = "NAME", description = "The key, as 'lab list' has it.")
  private String name = "";

  @ArgGroup private What what = new What();

  /** One of them. */
  private static final class What {
    @Option(names = "--decline", description = "Show that nothing is wanted: the key refuses.")
    private boolean decline;

    @Option(
        names = "--finger",
        paramLabel = "N",
        description = "With this finger; on a key that reads fingerprints, each is another one.")
    private @Nullable Integer finger;

    @Option(
        names = "--bad-finger",
        paramLabel = "N",
        description = "With this finger, put down so badly that it is not read.")
    private @Nullable Integer badFinger;

    @Option(
        names = "--by",
        paramLabel = "WHO",
        completionCandidates = Words.TouchedBy.class,
        description = "person or itself: who touches it from now on.")
    private @Nullable String by;
  }

  LabTouchCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    TouchLabKey touch = useCases.laboratory().touchLabKey();
    if (what.by != null) {
      LabKey key = touch.by(name, LabWords.touchedBy(what.by));
      answer(
          _ -> LabDocuments.one(key),
          List.of("%s is touched by %s.".formatted(key.name(), LabWords.word(key.touchedBy()))));
      return ExitCode.DONE;
    }
    boolean waited = touch.run(name, gesture());
    answer(_ -> LabDocuments.touched(name, waited), List.of(sentence(waited)));
    return waited ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Gesture gesture() {
    if (what.decline) {
      return new Gesture.Decline();
    }
    if (what.badFinger != null) {
      return new Gesture.BadFinger(what.badFinger);
    }
    return what.finger == null ? new Gesture.Touch() : new Gesture.Finger(what.finger);
  }

  private String sentence(boolean waited) {
    if (!waited) {
      return "%s does not wait for a touch; nothing happened.".formatted(name);
    }
    return (what.decline ? "Declined what %s waited for." : "Touched %s.").formatted(name);
  }
}
