package dev.touchstone.app.usecase.account;

import dev.touchstone.rp.audit.Caller;

/** The person at the console, as the audit trail names them: by their account on this computer. */
public final class Operator {

  private Operator() {}

  /** Whoever runs this program. */
  public static Caller atTheConsole() {
    String account = System.getProperty("user.name", "");
    return account.isBlank() ? Caller.CONSOLE : Caller.CONSOLE.as("console:" + account);
  }
}
