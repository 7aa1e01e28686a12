package dev.touchstone.app.usecase.mail;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.mail.Letter;
import dev.touchstone.rp.mail.delivery.TemplateDesk;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.mail.template.Template;
import dev.touchstone.rp.mail.template.TemplateCheck;
import dev.touchstone.rp.mail.template.TemplateFinding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what mail says, and shows it before anybody is sent it. */
public final class MailTemplates {

  private final TemplateDesk desk;

  MailTemplates(TemplateDesk desk) {
    this.desk = desk;
  }

  private interface Work<T> {
    T run() throws RelyingPartyException;
  }

  /**
   * A template as it would be.
   *
   * @param kind the occasion
   * @param template what was written
   * @param findings what is to be said about it; what refuses it comes first
   * @param sample a letter by it to nobody; empty where it cannot be written
   */
  public record Draft(
      MailKind kind, Template template, List<TemplateFinding> findings, Optional<Letter> sample) {

    /** Whether mail may be written by it. */
    public boolean isGood() {
      return findings.stream().noneMatch(TemplateFinding::refuses);
    }
  }

  /**
   * All that there are.
   *
   * @throws Failure if the database cannot be read
   */
  public List<TemplateDesk.Entry> all() throws Failure {
    return told(desk::all);
  }

  /**
   * The one of that kind.
   *
   * @throws Failure if there is none, or the database cannot be read
   */
  public TemplateDesk.Entry find(String kind) throws Failure {
    MailKind known = kind(kind);
    return told(() -> desk.find(known));
  }

  /** Looks at a template; changes nothing. */
  public Draft draft(MailKind kind, Template template) {
    return new Draft(kind, template, TemplateCheck.of(kind, template), sample(kind, template));
  }

  private Optional<Letter> sample(MailKind kind, Template template) {
    try {
      return Optional.of(desk.sample(kind, template));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the findings say why
    }
  }

  /**
   * From now on mail says that.
   *
   * @throws Failure if it cannot be used
   */
  public void edit(MailKind kind, Template template) throws Failure {
    told(() -> {
      desk.edit(kind, template, Caller.CONSOLE);
      return true;
    });
  }

  /**
   * From now on mail says what the program says by itself.
   *
   * @return false if it did already
   * @throws Failure if the database cannot be written
   */
  public boolean reset(MailKind kind) throws Failure {
    return told(() -> desk.reset(kind, Caller.CONSOLE));
  }

  private static MailKind kind(String word) throws Failure {
    return MailKind.of(word)
        .orElseThrow(() ->
            usage(
                "There is no mail '%s'; there are %s."
                    .formatted(
                        word,
                        Arrays.stream(MailKind.values())
                            .map(MailKind::word)
                            .collect(Collectors.joining(", ")))));
  }

  private static Failure usage(String sentence) {
    return new Failure(new Advice(Advice.Kind.USAGE, sentence, "Nothing was changed.", "", ""));
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (RequestInvalid e) {
      throw usage(String.valueOf(e.getMessage()));
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
