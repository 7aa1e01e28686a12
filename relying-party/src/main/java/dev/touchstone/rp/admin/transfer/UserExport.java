package dev.touchstone.rp.admin.transfer;

import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/** Hands out accounts, without their credentials; that it was done is a row in the audit trail. */
public final class UserExport {

  private static final int PAGE = 500;

  private final Store store;
  private final InstantSource clock;

  public UserExport(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Writes those that fit.
   *
   * @param which its place and limit do not matter
   * @param where to where they go, for the audit trail
   * @return how many
   */
  public long write(UserQuery which, UserFile kind, Appendable to, String where, Caller caller)
      throws RelyingPartyException, IOException {
    store.write(records -> {
      records
          .audit()
          .append(
              AuditEvent.succeeded(clock.instant(), AuditEvents.EXPORT, caller, "")
                  .with("what", "users")
                  .with("where", where));
      return where;
    });
    to.append(
        switch (kind) {
          case CSV -> UserCsv.headings();
          case JSON -> "{\"users\": [";
        });
    long count = 0;
    List<User> page = page(which, "");
    while (!page.isEmpty()) {
      for (User user : page) {
        switch (kind) {
          case CSV -> to.append(UserCsv.row(user));
          case JSON -> to.append(count == 0 ? "\n" : ",\n").append(UserJson.user(user));
        }
        count++;
      }
      page = page(which, page.getLast().name());
    }
    if (kind == UserFile.JSON) {
      to.append("\n]}\n");
    }
    return count;
  }

  private List<User> page(UserQuery which, String after) throws RelyingPartyException {
    UserQuery query = new UserQuery(which.text(), which.role(), which.status(), after, PAGE);
    return store.read(records -> records.users().page(query));
  }
}
