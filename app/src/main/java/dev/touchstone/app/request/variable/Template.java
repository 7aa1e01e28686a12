package dev.touchstone.app.request.variable;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with {@code {{name}}} in it. */
public final class Template {

  private static final Pattern VARIABLE =
      Pattern.compile("\\{\\{\\s*([A-Za-z_][A-Za-z0-9_.-]{0,63})\\s*}}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");

  private Template() {}

  /** Whether a variable may be called so. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** How a variable stands in a text. */
  public static String of(String name) {
    return "{{" + name + "}}";
  }

  /** The variables in it, in their order. */
  public static Set<String> names(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = VARIABLE.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** The text with each variable replaced, once: what a value holds is no variable. */
  public static String fill(String text, UnaryOperator<String> value) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
  }
}
