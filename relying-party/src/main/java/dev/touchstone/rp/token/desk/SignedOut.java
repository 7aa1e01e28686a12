package dev.touchstone.rp.token.desk;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.token.Session;
import java.time.Instant;

/** What a key that is no longer to be trusted, or a person who is not, leaves behind. */
public final class SignedOut {

  private SignedOut() {}

  /**
   * Ends all that somebody is signed in to, in the transaction in which the reason is written down:
   * sessions, access tokens, the console, and registrations that were begun, which would otherwise
   * make one more key for whoever began them. API tokens stay: scripts are not people.
   *
   * @param why as it stands with each session
   */
  public static void everywhere(Records records, User user, String why, Instant now) {
    for (Session session : records.sessions().of(user.handle())) {
      boolean _ = records.sessions().end(session.id(), why, now);
    }
    records.revocations().cutOff(user.handle(), now);
    Bytes handle = Bytes.ofBase64Url(user.handle());
    records.operatorSessions().endAll(handle);
    records.ceremonies().endRegistrations(handle, now);
  }
}
