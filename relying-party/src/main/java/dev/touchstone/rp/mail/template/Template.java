package dev.touchstone.rp.mail.template;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.mail.HeaderText;
import dev.touchstone.rp.mail.Letter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a letter says, with placeholders in double braces: <code>{{code}}</code>. What stands for
 * them is escaped by where it stands: a subject takes one line only, in HTML nothing becomes
 * markup.
 *
 * @param subject one line
 * @param text for readers without HTML
 * @param html the same as a page
 */
public record Template(String subject, String text, String html) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([a-z_]*)\\s*\\}\\}");

  /** The program's own. */
  public static Template of(MailKind kind) {
    String text = resource(kind.word() + ".txt");
    int end = text.indexOf('\n');
    return new Template(
        text.substring(0, end).strip(), text.substring(end).strip() + "\n", html(kind));
  }

  private static String html(MailKind kind) {
    return resource("frame.html").replace("{{content}}", resource(kind.word() + ".html").strip());
  }

  /**
   * Refuses a template that names what is not there.
   *
   * @param known the placeholders that there are
   * @throws IllegalArgumentException with a sentence that says which one is not
   */
  public Template check(Set<String> known) {
    for (String part : new String[] {subject, text, html}) {
      Matcher matcher = PLACEHOLDER.matcher(part);
      while (matcher.find()) {
        if (!known.contains(matcher.group(1))) {
          throw new IllegalArgumentException(
              "The template names {{%s}}, which is nothing here; there are %s."
                  .formatted(matcher.group(1), String.join(", ", new java.util.TreeSet<>(known))));
        }
      }
    }
    return this;
  }

  /**
   * The letter.
   *
   * @param id of the mail in the queue
   * @param values what stands for each placeholder
   * @throws IllegalArgumentException if a value has a line break where there may be none, or one is
   *     missing
   */
  public Letter write(String id, EmailAddress to, Map<String, String> values) {
    check(values.keySet());
    return new Letter(
        id,
        to,
        fill(subject, values, it -> HeaderText.of("subject", it)),
        fill(text, values, it -> HeaderText.of("text of a mail", it)),
        fill(html, values, Template::escaped));
  }

  private static String fill(
      String part, Map<String, String> values, UnaryOperator<String> escape) {
    return PLACEHOLDER
        .matcher(part)
        .replaceAll(
            it -> Matcher.quoteReplacement(escape.apply(values.getOrDefault(it.group(1), ""))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program comes with " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
