package dev.touchstone.key.manage.fingerprint;

import dev.touchstone.key.ctap.BioEnrollment.Template;
import dev.touchstone.key.ctap.Bytes;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A finger that a key knows, CTAP 2.3 §6.7.6. The picture of it never leaves the key.
 *
 * @param templateId what the key calls it
 * @param name what a person calls it; empty if nobody named it
 */
public record Fingerprint(Bytes templateId, Optional<String> name) {

  static Fingerprint of(Template template) {
    return new Fingerprint(template.id(), template.name().filter(name -> !name.isEmpty()));
  }

  /** The template id for people: hexadecimal. */
  public String id() {
    return HexFormat.of().formatHex(templateId.toArray());
  }
}
