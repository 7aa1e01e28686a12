package dev.touchstone.app.ui.audit;

import dev.touchstone.rp.audit.AuditQuestion;

/** What people ask of the trail. */
public enum Question {
  LATEST("Latest", "What happened last."),
  FAILED_SIGN_INS("Failed sign-ins", "Sign-ins that were refused or failed, and why."),
  ADDRESSES("Addresses", "Users who signed in from several addresses."),
  REFUSED("Refused access", "What somebody was not allowed to do."),
  COUNTERS("Counters", "Credentials whose counter went back, and what they did since."),
  CHANGES("Changes", "Who changed accounts, credentials, keys, settings and the trail itself.");

  private final String title;
  private final String sentence;

  Question(String title, String sentence) {
    this.title = title;
    this.sentence = sentence;
  }

  String title() {
    return title;
  }

  /** The same at more length. */
  String sentence() {
    return sentence;
  }

  /** Which rows answer it; users of several addresses are counted from the latest ones. */
  AuditQuestion rows() {
    return switch (this) {
      case LATEST, ADDRESSES -> AuditQuestion.LATEST;
      case FAILED_SIGN_INS -> AuditQuestion.FAILED_SIGN_INS;
      case REFUSED -> AuditQuestion.REFUSED_ACCESS;
      case COUNTERS -> AuditQuestion.COUNTERS;
      case CHANGES -> AuditQuestion.ADMINISTRATION;
    };
  }
}
