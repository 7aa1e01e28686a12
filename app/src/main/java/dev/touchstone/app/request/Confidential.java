package dev.touchstone.app.request;

import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a request or an answer opens doors: told by the name under which it stands and by its own
 * look. Errs towards calling too much confidential.
 */
public final class Confidential {

  /** Parts of names of headers, members, form fields and query parameters. */
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(authoriz|authent|token|secret|passw|passphrase|passwd|pwd|api.?key|access.?key|private.?key"
              + "|session|sessid|cookie|csrf|xsrf|signature|assertion|credential|bearer|jwt|otp).*"
              + "|(?i)(.*[-_.])?(auth|key)([-_.].*)?");

  private static final Set<String> SHORT_NAMES =
      Set.of("code", "pin", "key", "sig", "sid", "auth", "hmac", "seed", "state", "nonce");

  /** A compact JWS or JWE, and the beginnings by which secret scanners know tokens. */
  private static final Pattern LOOK =
      Pattern.compile(
          "eyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]*)*"
              + "|\\b(?:gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|sk_live_|rk_live_|sk-|AKIA|AIza|ya29\\.|npm_|pypi-|SG\\."
              + "|ts[a-z]{0,2}_|touchstone_)[A-Za-z0-9_.-]{12,}");

  /** Long runs of letters and digits in a path: links that log in are of that kind. */
  private static final Pattern OPAQUE =
      Pattern.compile(
          "(?<=[/=])(?=[A-Za-z0-9_-]*[0-9])(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{24,}");

  private static final Pattern QUERY_VALUE = Pattern.compile("(?<==)[^&#]+");
  private static final Pattern USER = Pattern.compile("(?<=://)[^/?#]*@");
  private static final String COVER = "•••";

  private Confidential() {}

  /** Whether what stands under this name is confidential. */
  public static boolean name(String name) {
    return NAME.matcher(name).matches() || SHORT_NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether it looks like a token by itself. */
  public static boolean looks(String value) {
    return LOOK.matcher(value).find();
  }

  /** The text with whatever looks like a token replaced. */
  public static String covering(String text, UnaryOperator<String> replacement) {
    return LOOK.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found.group())));
  }

  /** An address without user, values of its query and what looks like a token: for traces. */
  public static String covered(String address) {
    String text = USER.matcher(address).replaceAll(COVER + "@");
    text = LOOK.matcher(text).replaceAll(COVER);
    int query = text.indexOf('?');
    String path = query < 0 ? text : text.substring(0, query);
    String rest = query < 0 ? "" : QUERY_VALUE.matcher(text.substring(query)).replaceAll(COVER);
    return OPAQUE.matcher(path).replaceAll(COVER) + rest;
  }
}
