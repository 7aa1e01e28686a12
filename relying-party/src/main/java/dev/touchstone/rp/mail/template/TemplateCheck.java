package dev.touchstone.rp.mail.template;

import dev.touchstone.rp.mail.HeaderText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what an operator wrote as a template, before any person is sent it. */
public final class TemplateCheck {

  /** Mail that is longer is cut by the readers that most people have. */
  private static final int LONGEST = 100_000;

  private static final String CODE = "code";

  private static final Pattern BRACES = Pattern.compile("\\{\\{([^{}]*)\\}\\}");

  /** A tag, a comment, or the text of an element that is no text for a reader. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?is)<(style|script)\\b.*?</\\1\\s*>|<!--.*?-->|<[a-z/!?](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>?");

  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?is)<\\s*(script|iframe|frame|object|embed|applet|form|base)\\b|<[^>]*[\\s/\"']on[a-z]+\\s*=|<[^>]*javascript:|<\\s*meta\\b[^>]*http-equiv");

  private static final Pattern REMOTE =
      Pattern.compile(
          "(?is)<[^>]*[\\s/\"'](?:src|srcset|background|poster|data)\\s*=\\s*[\"']?\\s*(?!data:|cid:)[^\\s\"'>]|<\\s*link\\b|@import|url\\(\\s*[\"']?\\s*(?!data:|cid:|#)[^)\\s]");

  private TemplateCheck() {}

  /** All that is to be said about it; what refuses it comes first. */
  public static List<TemplateFinding> of(MailKind kind, Template template) {
    List<TemplateFinding> findings = new ArrayList<>();
    Map<String, String> parts =
        Map.of("subject", template.subject(), "text", template.text(), "HTML", template.html());
    for (String part : List.of("subject", "text", "HTML")) {
      checkPart(kind, part, parts.getOrDefault(part, ""), findings);
    }
    try {
      HeaderText.of("subject", template.subject());
    } catch (IllegalArgumentException e) {
      findings.add(TemplateFinding.refusal(String.valueOf(e.getMessage())));
    }
    checkHtml(template.html(), findings);
    return findings.stream().sorted((a, b) -> Boolean.compare(b.refuses(), a.refuses())).toList();
  }

  private static void checkPart(
      MailKind kind, String part, String content, List<TemplateFinding> findings) {
    if (content.isBlank()) {
      findings.add(TemplateFinding.refusal("The %s is empty.".formatted(part)));
      return;
    }
    if (content.length() > LONGEST) {
      findings.add(
          TemplateFinding.refusal(
              "The %s is longer than %,d characters.".formatted(part, LONGEST)));
    }
    boolean hasCode = false;
    Matcher braces = BRACES.matcher(content);
    while (braces.find()) {
      String name = braces.group(1).strip();
      hasCode |= name.equals(CODE);
      if (!kind.placeholders().contains(name)) {
        findings.add(
            TemplateFinding.refusal(
                "The %s names {{%s}}, which is nothing in this mail; there are %s."
                    .formatted(part, name, String.join(", ", new TreeSet<>(kind.placeholders())))));
      }
    }
    if (!hasCode && !part.equals("subject") && kind.placeholders().contains(CODE)) {
      findings.add(
          TemplateFinding.refusal(
              "The %s does not name {{code}}: whoever reads it would not learn the code."
                  .formatted(part)));
    }
  }

  private static void checkHtml(String html, List<TemplateFinding> findings) {
    Matcher markup = MARKUP.matcher(html);
    while (markup.find()) {
      if (BRACES.matcher(markup.group()).find()) {
        findings.add(
            TemplateFinding.refusal(
                "In HTML a placeholder stands in text only, not inside of a tag, a style or a"
                    + " comment: a code in the address of a picture or a link would be told to its"
                    + " server."));
        break;
      }
    }
    if (ACTIVE.matcher(html).find()) {
      findings.add(
          TemplateFinding.refusal(
              "The HTML has scripts, forms or frames; mail programs throw such mail away or warn of"
                  + " it."));
    }
    if (REMOTE.matcher(html).find()) {
      findings.add(
          TemplateFinding.warning(
              "The HTML loads something from elsewhere: most mail programs show a gap there until"
                  + " the reader agrees, and its server learns when the mail is read. Put a picture"
                  + " into the mail as a data: URI."));
    }
  }
}
