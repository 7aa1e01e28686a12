package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.KeyDescription;
import dev.touchstone.app.usecase.ShowKey;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.ctap.GetInfo;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone info} */
@Command(
    name = "info",
    header = "Tell what a key can do and how it is set up",
    description = {
      "",
      "What the key answers to authenticatorGetInfo, in words, and how many PIN tries"
          + " are left. --json has the raw value of each member beside its words.",
      ""
    })
final class InfoCommand extends TouchstoneCommand {

  private static final int WIDEST_NAME = 32;
  private static final int NARROWEST_NAME = 12;
  private static final int SHORT_VALUE = 5;

  @Option(
      names = "--raw",
      description =
          "Also the reply as it came: in hexadecimal, and each member in diagnostic notation.")
  private boolean raw;

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
    KeyDescription description = useCases.keys().show().run(new ShowKey.Request(which.key()));
    answer(
        documents -> documents.keyDescription(description),
        raw ? rawText(description.info().raw()) : text(description));
    return ExitCode.DONE;
  }

  private List<String> text(KeyDescription description) {
    List<String> lines = new ArrayList<>();
    lines.add(
        style().strong(Visible.line(description.key().name()))
            + "  "
            + style().dim(description.key().path()));
    lines.addAll(terminal().sheet().lines(Visible.of(description.summary()), terminal().columns()));
    for (KeyDescription.Section section : description.sections()) {
      lines.add("");
      lines.add(style().strong(section.title()));
      int widest = widestName(section);
      section.facts().forEach(fact -> add(fact, widest, lines));
    }
    return lines;
  }

  /** Nothing but the reply, so that it can be pasted elsewhere. */
  private static List<String> rawText(GetInfo.Raw raw) {
    if (raw.members().isEmpty()) {
      return List.of("A U2F key knows no authenticatorGetInfo: there is no reply to show.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(HexFormat.of().formatHex(raw.cbor().toArray()));
    raw.members().forEach(member -> lines.add(Visible.line(member.key() + ": " + member.value())));
    return lines;
  }

  private static int widestName(KeyDescription.Section section) {
    return section.facts().stream()
        .mapToInt(fact -> Paragraph.width(Visible.line(fact.name())))
        .map(width -> Math.clamp(width, NARROWEST_NAME, WIDEST_NAME))
        .max()
        .orElse(NARROWEST_NAME);
  }

  /** The meaning stands behind a short value, and below a long one. */
  private void add(KeyDescription.Fact fact, int widest, List<String> lines) {
    Sheet sheet = terminal().sheet();
    String value = Visible.of(fact.value());
    String meaning = Visible.of(fact.meaning());
    int indent = widest + 4;
    int room = sheet.columns() - indent;
    int valueWidth = Math.max(Paragraph.width(value), SHORT_VALUE);
    boolean behind = valueWidth == SHORT_VALUE || valueWidth + 2 + Paragraph.width(meaning) <= room;
    String name = Paragraph.padded(sheet.shorten(Visible.line(fact.name()), widest), widest);
    List<String> meanings =
        meaning.isEmpty() ? List.of() : sheet.lines(meaning, behind ? room - valueWidth - 2 : room);
    String lead = "  " + style().accent(name) + "  ";
    if (behind && !meanings.isEmpty()) {
      lead += Paragraph.padded(value, valueWidth) + "  ";
      for (String line : meanings) {
        lines.add(lead + style().dim(line));
        lead = " ".repeat(indent + valueWidth + 2);
      }
      return;
    }
    for (String line : sheet.lines(value, room)) {
      lines.add(lead + line);
      lead = " ".repeat(indent);
    }
    meanings.forEach(line -> lines.add(" ".repeat(indent) + style().dim(line)));
  }
}
