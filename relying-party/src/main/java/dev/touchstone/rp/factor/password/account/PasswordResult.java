package dev.touchstone.rp.factor.password.account;

import dev.touchstone.rp.account.User;

/** What became of a sign-in by password. Strangers are told only whether it was accepted. */
public sealed interface PasswordResult {

  /** Password and one-time password were right. */
  record Accepted(User user) implements PasswordResult {}

  /** They were not; the audit trail says why. */
  record Refused() implements PasswordResult {}

  /** So many are judged at the moment that this one was not. */
  record Busy() implements PasswordResult {}
}
