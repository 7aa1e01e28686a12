package dev.touchstone.rp.mail.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.rp.setting.StoredSettings;
import java.time.Instant;
import java.util.Optional;

/** The templates that an operator put in the place of the program's own. */
public final class EditedTemplates {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final StoredSettings settings;

  /** Those that are stored here. */
  public EditedTemplates(StoredSettings settings) {
    this.settings = settings;
  }

  /**
   * One that was edited.
   *
   * @param template what was written
   * @param when last
   */
  public record Edited(Template template, Instant when) {}

  /** The edited one; empty if the program's own is in use. */
  public Optional<Edited> find(MailKind kind) {
    return settings.find(name(kind)).map(EditedTemplates::read);
  }

  /**
   * The one by which mail is written. An edited one that this program would not accept, because
   * another version of it did, is passed over: a code with the usual words is worth more than none.
   */
  public Template inUse(MailKind kind) {
    return find(kind)
        .map(Edited::template)
        .filter(it -> TemplateCheck.of(kind, it).stream().noneMatch(TemplateFinding::refuses))
        .orElseGet(() -> Template.of(kind));
  }

  /** Stores it. */
  public void put(MailKind kind, Template template, Instant now) {
    settings.put(
        name(kind),
        JSON.createObjectNode()
            .put("subject", template.subject())
            .put("text", template.text())
            .put("html", template.html())
            .put("edited", now.toString())
            .toString(),
        now);
  }

  /** From now on the program's own; false if it was. */
  public boolean reset(MailKind kind) {
    return settings.delete(name(kind));
  }

  private static String name(MailKind kind) {
    return "mail.template." + kind.word();
  }

  private static Edited read(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return new Edited(
          new Template(
              json.path("subject").asText(),
              json.path("text").asText(),
              json.path("html").asText()),
          Instant.parse(json.path("edited").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it was written by this class", e);
    }
  }
}
