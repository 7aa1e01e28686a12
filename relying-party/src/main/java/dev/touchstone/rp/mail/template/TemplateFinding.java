package dev.touchstone.rp.mail.template;

/**
 * Something about a template that its author should know.
 *
 * @param refuses whether no mail may be written by it
 * @param sentence for a person
 */
public record TemplateFinding(boolean refuses, String sentence) {

  static TemplateFinding refusal(String sentence) {
    return new TemplateFinding(true, sentence);
  }

  static TemplateFinding warning(String sentence) {
    return new TemplateFinding(false, sentence);
  }
}
