package dev.touchstone.app.request.curl;

import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.variable.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a request as a line of curl for a POSIX shell. Variables become variables of the shell:
 * {@code {{token}}} is {@code ${token}}.
 */
public final class CurlWriter {

  private static final String MARK = "\u0000";

  private CurlWriter() {}

  /** The line, broken after each option. */
  public static String write(Request request) {
    List<String> parts = new ArrayList<>();
    parts.add("curl --request " + quoted(request.method()));
    if (request.follow()) {
      parts.add("--location");
    }
    for (Header header : request.headers()) {
      // an empty value is written with a semicolon
      parts.add(
          "--header "
              + quoted(
                  header.value().isEmpty()
                      ? header.name() + ";"
                      : header.name() + ": " + header.value()));
    }
    switch (request.body()) {
      case Body.None _ -> {}
      case Body.Text(var text) -> parts.add("--data-raw " + quoted(text));
      case Body.Raw _ -> parts.add("--data-binary @body");
    }
    parts.add("--url " + quoted(request.url()));
    return String.join(" \\\n  ", parts);
  }

  /** One word of a shell, whatever is in it. */
  static String quoted(String text) {
    String marked = Template.fill(text.replace(MARK, ""), name -> MARK + shellName(name) + MARK);
    StringBuilder word = new StringBuilder();
    String[] pieces = marked.split(MARK, -1);
    for (int i = 0; i < pieces.length; i++) {
      if (i % 2 == 1) {
        word.append("\"${").append(pieces[i]).append("}\"");
      } else if (!pieces[i].isEmpty()) {
        word.append('\'').append(pieces[i].replace("'", "'\\''")).append('\'');
      }
    }
    return word.isEmpty() ? "''" : word.toString();
  }

  /** A name that shells take. */
  public static String shellName(String name) {
    return name.replaceAll("[^A-Za-z0-9_]", "_");
  }
}
