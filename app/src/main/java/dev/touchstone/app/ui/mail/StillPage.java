package dev.touchstone.app.ui.mail;

import java.util.regex.Pattern;

/**
 * A page of mail as it may be drawn: nothing in it runs, loads, or leads anywhere. The policy stops
 * what is loaded; what would leave the page or is drawn by other programs becomes a name that no
 * browser knows.
 */
final class StillPage {

  /** Content Security Policy Level 3: pictures that are in the page itself, and its own styles. */
  private static final String POLICY =
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"
          + " style-src 'unsafe-inline'\">";

  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?i)<(?=/?(?:meta|base|link|script|iframe|frame|frameset|object|embed|applet|form|portal|video|audio|source|track)\\b)");

  private static final Pattern LINK =
      Pattern.compile("(?i)\\b(href|action|formaction|ping)(\\s*=)");

  private StillPage() {}

  static String of(String html) {
    String tame = ACTIVE.matcher(html).replaceAll("<x-");
    return "<!DOCTYPE html><html><head>%s</head>%s"
        .formatted(POLICY, LINK.matcher(tame).replaceAll("x-$1$2"));
  }
}
