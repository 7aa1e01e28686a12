package dev.touchstone.app.usecase;

import dev.touchstone.rp.audit.Caller;

/** The person at the console, as the audit trail names them: by their account on this computer. */
final class Operator {

  private Operator() {}

  static Caller atTheConsole() {
    String account = System.getProperty("user.name", "");
    return account.isBlank() ? Caller.CONSOLE : Caller.CONSOLE.as("console:" + account);
  }
}
