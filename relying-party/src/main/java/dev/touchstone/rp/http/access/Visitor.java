package dev.touchstone.rp.http.access;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.token.Token;

/**
 * Somebody with a good token.
 *
 * @param user the account as it is stored now: its role may have changed since the token was made
 * @param token what they showed
 * @param caller for the audit trail
 */
public record Visitor(User user, Token token, Caller caller) {

  /** Whether the account is their own. */
  public boolean owns(String userHandle) {
    return user.handle().equals(userHandle);
  }
}
