package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.usecase.mail.MailTemplates.Draft;
import dev.touchstone.rp.mail.delivery.TemplateDesk.Entry;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.mail.template.Template;
import java.util.List;
import java.util.TreeSet;

/** The documents of the commands on templates. */
final class TemplateDocuments {

  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private TemplateDocuments() {}

  static ObjectNode list(List<Entry> entries) {
    ObjectNode document = MAKE.objectNode();
    ArrayNode list = document.putArray("templates");
    entries.forEach(it -> list.add(of(it)));
    return document;
  }

  static ObjectNode of(Entry entry) {
    return template(entry.kind(), entry.template()).put("edited", JsonTime.of(entry.edited()));
  }

  static ObjectNode draft(Draft draft) {
    ObjectNode document = template(draft.kind(), draft.template()).put("good", draft.isGood());
    ArrayNode findings = document.putArray("findings");
    draft
        .findings()
        .forEach(
            it -> findings.addObject().put("refuses", it.refuses()).put("sentence", it.sentence()));
    document.set(
        "sample",
        draft
            .sample()
            .map(it ->
                MAKE.objectNode()
                    .put("subject", it.subject())
                    .put("text", it.text())
                    .put("html", it.html()))
            .orElse(null));
    return document;
  }

  static ObjectNode changed(boolean done, Draft draft) {
    ObjectNode document = MAKE.objectNode().put("done", done);
    document.set("template", draft(draft));
    return document;
  }

  private static ObjectNode template(MailKind kind, Template template) {
    ObjectNode document = MAKE.objectNode().put("kind", kind.word());
    ArrayNode placeholders = document.putArray("placeholders");
    new TreeSet<>(kind.placeholders()).forEach(placeholders::add);
    return document
        .put("subject", template.subject())
        .put("text", template.text())
        .put("html", template.html());
  }
}
