package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.ShowKey;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code touchstone info} */
@Command(
    name = "info",
    header = "Tell what a key can do and how it is set up",
    description = {
      "",
      "What the key answers to authenticatorGetInfo, in words, and how many PIN tries"
          + " are left.",
      ""
    })
final class InfoCommand extends TouchstoneCommand {

  private static final int WIDEST_NAME = 32;
  private static final int NARROWEST_VALUE = 5;

  @Mixin private WhichKey which = new WhichKey();

  InfoCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return which.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    KeyDescription description = useCases.showKey().run(new ShowKey.Request(which.key()));
    answer(documents -> documents.keyDescription(description), text(description));
    return ExitCode.DONE;
  }

  private List<String> text(KeyDescription description) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style().strong(Visible.line(description.key().name()))
            + "  "
            + style().dim(description.key().path()));
    lines.addAll(Paragraph.lines(Visible.of(description.summary()), terminal().columns()));
    for (KeyDescription.Section section : description.sections()) {
      lines.add("");
      lines.add(style().strong(section.title()));
      section.facts().forEach(fact -> add(fact, lines));
    }
    return lines;
  }

  /** The meaning stands behind the value where there is room, below it otherwise. */
  private void add(KeyDescription.Fact fact, List<String> lines) {
    String name =
        Paragraph.padded(Paragraph.shorten(Visible.line(fact.name()), WIDEST_NAME), WIDEST_NAME);
    String value = Visible.of(fact.value());
    String meaning = Visible.of(fact.meaning());
    int room = terminal().columns() - WIDEST_NAME - 4;
    String lead = "  " + style().accent(name) + "  ";
    if (!meaning.isEmpty() && Paragraph.width(value) + 2 + Paragraph.width(meaning) <= room) {
      lines.add(lead + Paragraph.padded(value, NARROWEST_VALUE) + "  " + style().dim(meaning));
      return;
    }
    String indent = " ".repeat(WIDEST_NAME + 4);
    for (String line : Paragraph.lines(value, room)) {
      lines.add(lead + line);
      lead = indent;
    }
    if (!meaning.isEmpty()) {
      Paragraph.lines(meaning, room).forEach(line -> lines.add(indent + style().dim(line)));
    }
  }
}
