package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.mail.delivery.TemplateDesk.Entry;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code touchstone mail templates} */
@Command(
    name = "templates",
    aliases = "template",
    header = "List what mail says, by occasion",
    description = {"", "Each has a subject, a text and an HTML page with {{placeholders}}.", ""},
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone mail templates show verify --part html > verify.html",
      "  touchstone mail templates edit verify --html verify.html --dry-run"
    })
final class MailTemplatesCommand extends TouchstoneCommand {

  MailTemplatesCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    List<Entry> all = useCases.mail().templates().all();
    Table table = new Table("KIND", "EDITED", "SUBJECT").yielding("SUBJECT");
    all.forEach(it ->
        table.row(
            it.kind().word(), it.edited().map(Moment::of).orElse("no"), it.template().subject()));
    answer(_ -> TemplateDocuments.list(all), table.lines(terminal().sheet()));
    return ExitCode.DONE;
  }
}
