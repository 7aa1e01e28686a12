package dev.touchstone.app.ui.mail;

import dev.touchstone.rp.mail.template.MailKind;

/** How occasions of mail are called on screen. */
final class MailWords {

  private MailWords() {}

  static String occasion(MailKind kind) {
    return switch (kind) {
      case VERIFY -> "Code for a new account";
      case ALREADY_REGISTERED -> "Somebody wanted to register an address that has an account";
      case CHANGE_FROM -> "Change of address: code to the old one";
      case CHANGE_TO -> "Change of address: code to the new one";
      case RECOVERY -> "Code to get back into an account";
      case DESK -> "Code for the help desk";
    };
  }
}
