package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.NameKey;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.transport.KeyColour;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code touchstone keys name} */
@Command(
    name = "name",
    header = "Give a key the name that you call it by",
    description = {
      "",
      "The name, and a colour, are kept in the data folder and shown in lists; --key takes the name"
          + " from then on. The key itself learns nothing.",
      "",
      "A key that tells its serial number is known again by that. One that does not is known by its"
          + " kind alone: where two of a kind are plugged in, no name is shown.",
      ""
    })
final class NameKeyCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = KeyName.LABEL,
      converter = KeyName.Converter.class,
      description = "The key, as 'touchstone keys' lists it; 'touch' for the one you touch.")
  private KeyName key = new KeyName("");

  @Parameters(index = "1", paramLabel = "NAME", description = "1 to 40 characters.")
  private String name = "";

  @Option(
      names = "--colour",
      paramLabel = "COLOUR",
      defaultValue = "none",
      description = "One of ${COMPLETION-CANDIDATES}, as the sticker on the key.")
  private KeyColour colour = KeyColour.NONE;

  @Option(names = "--dry-run", description = "Only say what would change.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Accepted for scripts: nothing is asked.")
  @SuppressWarnings("UnusedVariable") // picocli takes it
  private boolean yes;

  NameKeyCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return key.adjust(settings);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    NameKey.Request request = new NameKey.Request(Optional.of(key.id()), name, colour);
    NameKey use = useCases.keys().name();
    NameKey.Preview preview = dryRun ? use.preview(request) : use.apply(request);
    answer(documents -> KeyDocuments.named(!dryRun, preview), text(preview));
    return ExitCode.DONE;
  }

  private List<String> text(NameKey.Preview preview) {
    String whole = Visible.line(preview.after().name());
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s (%s) %s called '%s'%s."
            .formatted(
                Visible.line(preview.key().name()),
                preview.key().id(),
                dryRun ? "would be" : "is",
                whole,
                dryRun ? "" : " now"));
    if (preview.after().colour() != KeyColour.NONE) {
      lines.add("Its colour: " + preview.after().colour().name().toLowerCase(Locale.ROOT) + ".");
    }
    preview
        .before()
        .filter(before -> !before.name().equals(preview.after().name()))
        .ifPresent(before -> lines.add("Before: '" + Visible.line(before.name()) + "'."));
    if (!preview.after().certain()) {
      lines.addAll(
          Paragraph.lines(
              "It tells no serial number, so another key of its kind would be taken for it.",
              terminal().columns()));
    }
    return lines;
  }
}
