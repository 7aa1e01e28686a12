package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mail that people of the pictures get. */
final class Outbox {

  /** Where a mail has its code. */
  static final Pattern CODE = Pattern.compile("(?m)^    ([0-9 ]+)$");

  private static final int LOOKED_AT = 100;

  private Outbox() {}

  /** The code in the newest mail to this address; others may get theirs at the same time. */
  static String newestCode(UseCases useCases, String address) throws Failure {
    return useCases.mail().outbox(LOOKED_AT).stream()
        .filter(mail -> mail.to().contains(address))
        .map(mail -> CODE.matcher(mail.text().replace("\r", "")))
        .filter(Matcher::find)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No mail with a code to " + address))
        .group(1);
  }
}
