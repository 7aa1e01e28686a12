package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.mail.MailUseCases.Overview;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.QueuedMail;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import dev.touchstone.rp.mail.smtp.MailCheck;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import java.util.List;

/** The documents of the mail commands. */
final class MailDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private MailDocuments() {}

  static ObjectNode overview(Overview overview) {
    ObjectNode document = MAKE.objectNode();
    document.set("server", overview.server().map(MailDocuments::server).orElse(null));
    document.put("passwordKept", overview.passwordKept());
    document.put("ownAuthority", overview.ownAuthority());
    document.put("destination", overview.destination());
    ObjectNode counts = document.putObject("queue");
    for (MailState state : MailState.values()) {
      counts.put(state.word(), overview.counts().getOrDefault(state, 0L));
    }
    return document;
  }

  static ObjectNode chosen(boolean done, SmtpServer server) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("server", server(server));
    return document;
  }

  static ObjectNode toOutbox(boolean done) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.putNull("server");
    return document;
  }

  private static ObjectNode server(SmtpServer server) {
    return MAKE.objectNode()
        .put("host", server.host())
        .put("port", server.port())
        .put("security", server.security().word())
        .put("user", server.user())
        .put("sender", server.sender().toString());
  }

  static ObjectNode check(List<MailCheck.Finding> findings) {
    ObjectNode document =
        MAKE.objectNode().put("passed", findings.stream().allMatch(MailCheck.Finding::passed));
    ArrayNode steps = document.putArray("steps");
    for (MailCheck.Finding it : findings) {
      steps
          .addObject()
          .put("step", it.step().word())
          .put("passed", it.passed())
          .put("sentence", it.sentence());
    }
    return document;
  }

  static ObjectNode outbox(List<OutboxMail> mails) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode list = document.putArray("mails");
    mails.forEach(it -> list.add(head(it)));
    return document;
  }

  static ObjectNode outboxMail(OutboxMail mail) {
    return head(mail).put("text", mail.text()).put("html", mail.html());
  }

  private static ObjectNode head(OutboxMail mail) {
    return MAKE.objectNode()
        .put("name", mail.name())
        .put("file", mail.file().toString())
        .put("to", mail.to())
        .put("subject", mail.subject())
        .put("sent", JsonTime.of(mail.sent()));
  }

  static ObjectNode queue(List<QueuedMail> mails) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode list = document.putArray("mails");
    mails.forEach(it -> list.add(mail(it)));
    return document;
  }

  static ObjectNode changed(boolean done, QueuedMail mail) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("mail", mail(mail));
    return document;
  }

  private static ObjectNode mail(QueuedMail mail) {
    return MAKE.objectNode()
        .put("id", mail.id())
        .put("state", mail.state().word())
        .put("kind", mail.kind())
        .put("recipient", mail.recipient())
        .put("created", JsonTime.of(mail.created()))
        .put("due", JsonTime.of(mail.due()))
        .put("expires", JsonTime.of(mail.expires()))
        .put("attempts", mail.attempts())
        .put("reply", mail.reply())
        .put("ended", JsonTime.of(mail.ended()));
  }
}
