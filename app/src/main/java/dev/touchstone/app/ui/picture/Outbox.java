package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail that people of the pictures get. */
final class Outbox {

  /** Where a mail has its code. */
  static final Pattern CODE = Pattern.compile("(?m)^    ([0-9 ]+)$");

  private Outbox() {}

  /** The code in the newest mail. */
  static String newestCode(UseCases useCases) throws Failure {
    String text = useCases.mail().outboxMail("latest").text().replace("\r", "");
    Matcher matcher = CODE.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("The newest mail holds no code: " + text);
    }
    return matcher.group(1);
  }
}
