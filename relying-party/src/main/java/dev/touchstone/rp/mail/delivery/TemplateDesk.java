package dev.touchstone.rp.mail.delivery;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.mail.Letter;
import dev.touchstone.rp.mail.template.EditedTemplates;
import dev.touchstone.rp.mail.template.EditedTemplates.Edited;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.mail.template.Template;
import dev.touchstone.rp.mail.template.TemplateCheck;
import dev.touchstone.rp.mail.template.TemplateFinding;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where an operator writes what mail says; the next mail says it, whichever replica writes it. */
public final class TemplateDesk {

  private static final EmailAddress SAMPLE_READER = EmailAddress.parse("ada@example.org");

  private final Store store;
  private final String service;
  private final InstantSource clock;

  TemplateDesk(Store store, String service, InstantSource clock) {
    this.store = store;
    this.service = service;
    this.clock = clock;
  }

  /**
   * A template in use.
   *
   * @param kind the occasion
   * @param template what is said
   * @param edited when an operator wrote it; empty for the program's own
   */
  public record Entry(MailKind kind, Template template, Optional<Instant> edited) {}

  /** All of them. */
  public List<Entry> all() throws RelyingPartyException {
    return store.read(records -> {
      EditedTemplates edited = new EditedTemplates(records.settings());
      return Arrays.stream(MailKind.values()).map(it -> entry(edited, it)).toList();
    });
  }

  /** One of them. */
  public Entry find(MailKind kind) throws RelyingPartyException {
    return store.read(records -> entry(new EditedTemplates(records.settings()), kind));
  }

  private static Entry entry(EditedTemplates templates, MailKind kind) {
    Optional<Edited> edited = templates.find(kind);
    return new Entry(
        kind,
        edited.map(Edited::template).orElseGet(() -> Template.of(kind)),
        edited.map(Edited::when));
  }

  /**
   * From now on mail of this kind says that.
   *
   * @throws RequestInvalid if it cannot be used, with all reasons
   */
  public void edit(MailKind kind, Template template, Caller caller) throws RelyingPartyException {
    List<TemplateFinding> refusals =
        TemplateCheck.of(kind, template).stream().filter(TemplateFinding::refuses).toList();
    if (!refusals.isEmpty()) {
      throw new RequestInvalid(
          refusals.stream().map(TemplateFinding::sentence).collect(Collectors.joining(" ")));
    }
    store.write(records -> {
      Instant now = clock.instant();
      new EditedTemplates(records.settings()).put(kind, template, now);
      records
          .audit()
          .append(
              AuditEvent.succeeded(now, AuditEvents.MAIL_TEMPLATE, caller, "")
                  .with("kind", kind.word())
                  .with("change", "edited"));
      return true;
    });
  }

  /**
   * From now on mail of this kind says what the program says by itself.
   *
   * @return false if it did already
   */
  public boolean reset(MailKind kind, Caller caller) throws RelyingPartyException {
    return store.write(records -> {
      boolean done = new EditedTemplates(records.settings()).reset(kind);
      if (done) {
        records
            .audit()
            .append(
                AuditEvent.succeeded(clock.instant(), AuditEvents.MAIL_TEMPLATE, caller, "")
                    .with("kind", kind.word())
                    .with("change", "reset"));
      }
      return done;
    });
  }

  /**
   * A letter by this template to nobody, for its author.
   *
   * @throws IllegalArgumentException with a sentence, if it names what there is not
   */
  public Letter sample(MailKind kind, Template template) {
    return template.write("sample", SAMPLE_READER, kind.sample(service, SAMPLE_READER.value()));
  }
}
