package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.mail.MailTemplates;
import dev.touchstone.app.usecase.mail.MailTemplates.Draft;
import dev.touchstone.rp.mail.delivery.TemplateDesk.Entry;
import dev.touchstone.rp.mail.template.Template;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is done with the template of one kind of mail. */
abstract class MailTemplateCommand extends TouchstoneCommand {

  private static final String UNCHANGED = "Nothing was changed.";

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      completionCandidates = Words.MailKinds.class,
      description = "As 'mail templates' lists them.")
  private String kind = "";

  MailTemplateCommand(RootCommand root) {
    super(root);
  }

  Entry entry(UseCases useCases) throws Failure {
    return useCases.mail().templates().find(kind);
  }

  /** {@code touchstone mail templates show} */
  @Command(
      name = "show",
      header = "Show a template as it is written",
      description = {"", "With --part, that alone, so that it can be kept in a file.", ""})
  static final class Show extends MailTemplateCommand {

    @Option(
        names = "--part",
        paramLabel = "PART",
        completionCandidates = Words.LetterParts.class,
        description = "subject, text or html.")
    private @Nullable String part;

    Show(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      Entry entry = entry(useCases);
      answer(_ -> TemplateDocuments.of(entry), lines(entry.template()));
      return ExitCode.DONE;
    }

    private List<String> lines(Template template) throws Failure {
      List<String> lines = new ArrayList<>();
      if (part == null) {
        lines.add("Subject: " + Visible.line(template.subject()));
        lines.add("");
        add(template.text(), lines);
        lines.add("");
        add(template.html(), lines);
      } else {
        switch (part) {
          case "subject" -> add(template.subject(), lines);
          case "text" -> add(template.text(), lines);
          case "html" -> add(template.html(), lines);
          default ->
              throw new Failure(
                  new Advice(
                      Advice.Kind.USAGE,
                      "'%s' is no part of a mail; there are subject, text and html."
                          .formatted(part),
                      "",
                      "",
                      ""));
        }
      }
      return lines;
    }

    private static void add(String text, List<String> lines) {
      text.lines().map(Visible::line).forEach(lines::add);
    }
  }

  /** {@code touchstone mail templates preview} */
  @Command(
      name = "preview",
      header = "Show the mail that a template makes, with sample data",
      description = {"", "Of the template in use, or of one in files. Nothing is sent.", ""})
  static final class Preview extends MailTemplateCommand {

    @Mixin private TemplateFiles files = new TemplateFiles();

    Preview(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      Entry entry = entry(useCases);
      Draft draft = useCases.mail().templates().draft(entry.kind(), files.over(entry.template()));
      answer(_ -> TemplateDocuments.draft(draft), TemplateLines.of(draft));
      return draft.isGood() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  /** {@code touchstone mail templates edit} */
  @Command(
      name = "edit",
      header = "Put another subject, text or page in the place of what mail says",
      description = {
        "",
        "What is not given stays. It is checked first: placeholders that there are not, a code"
            + " that is missing, line breaks in the subject, scripts.",
        ""
      })
  static final class Edit extends MailTemplateCommand {

    @Mixin private TemplateFiles files = new TemplateFiles();
    @Mixin private ChangeOptions change = new ChangeOptions();

    Edit(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      MailTemplates templates = useCases.mail().templates();
      Entry entry = entry(useCases);
      if (files.isEmpty()) {
        throw new Failure(
            new Advice(
                Advice.Kind.USAGE,
                "What shall it say?",
                UNCHANGED,
                "Give --subject TEXT, --text FILE or --html FILE; 'mail templates show' writes what"
                    + " there is.",
                ""));
      }
      Draft draft = templates.draft(entry.kind(), files.over(entry.template()));
      List<String> preview = new ArrayList<>();
      preview.add(
          "Would write '%s' like this from the next mail on:".formatted(entry.kind().word()));
      preview.addAll(TemplateLines.of(draft));
      boolean done = change.wanted(root.context(), preview, true);
      if (done) {
        templates.edit(entry.kind(), draft.template());
      } else {
        preview.add(UNCHANGED);
      }
      answer(
          _ -> TemplateDocuments.changed(done, draft),
          done ? List.of("The next mail says that.") : preview);
      return draft.isGood() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  /** {@code touchstone mail templates reset} */
  @Command(
      name = "reset",
      header = "Let mail say what the program says by itself",
      description = {"", "What was edited is forgotten.", ""})
  static final class Reset extends MailTemplateCommand {

    @Mixin private ChangeOptions change = new ChangeOptions();

    Reset(RootCommand root) {
      super(root);
    }

    @Override
    int run(UseCases useCases) throws Failure {
      MailTemplates templates = useCases.mail().templates();
      Entry entry = entry(useCases);
      Draft draft = templates.draft(entry.kind(), Template.of(entry.kind()));
      boolean edited = entry.edited().isPresent();
      String preview =
          edited
              ? "Would forget what was edited of '%s' (subject: %s)."
                  .formatted(entry.kind().word(), Visible.line(entry.template().subject()))
              : "'%s' is as the program has it already.".formatted(entry.kind().word());
      boolean done =
          edited
              && change.wanted(root.context(), List.of(preview), true)
              && templates.reset(entry.kind());
      answer(
          _ -> TemplateDocuments.changed(done, draft),
          done ? List.of("The next mail says what the program has.") : List.of(preview, UNCHANGED));
      return ExitCode.DONE;
    }
  }

  /** The parts that a person gives in the place of others. */
  static final class TemplateFiles {

    @Option(names = "--subject", paramLabel = "TEXT", description = "The subject, one line.")
    private @Nullable String subject;

    @Option(
        names = "--text",
        paramLabel = "FILE",
        description = "A file with the text, for readers without HTML.")
    private @Nullable Path text;

    @Option(names = "--html", paramLabel = "FILE", description = "A file with the page.")
    private @Nullable Path html;

    boolean isEmpty() {
      return subject == null && text == null && html == null;
    }

    Template over(Template before) throws Failure {
      return new Template(
          subject == null ? before.subject() : subject,
          text == null ? before.text() : TextFile.read(text),
          html == null ? before.html() : TextFile.read(html));
    }
  }
}
