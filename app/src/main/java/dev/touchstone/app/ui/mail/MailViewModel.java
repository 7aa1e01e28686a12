package dev.touchstone.app.ui.mail;

import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.usecase.UseCases;

/**
 * Everything about mail.
 *
 * @param outbox what lies in the folder
 * @param queue what waits
 * @param templates what mail says
 * @param server who carries it
 */
public record MailViewModel(
    OutboxViewModel outbox,
    QueueViewModel queue,
    TemplatesViewModel templates,
    MailServerViewModel server) {

  /** All of it on these use cases. */
  public static MailViewModel of(UseCases useCases, Background background) {
    return new MailViewModel(
        new OutboxViewModel(useCases, background),
        new QueueViewModel(useCases, background),
        new TemplatesViewModel(useCases, background),
        new MailServerViewModel(useCases, background));
  }

  /** Reads all anew. */
  public void refresh() {
    outbox.refresh();
    queue.refresh();
    templates.refresh();
    server.refresh();
  }
}
