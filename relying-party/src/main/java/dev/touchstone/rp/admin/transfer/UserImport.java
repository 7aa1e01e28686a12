package dev.touchstone.rp.admin.transfer;

import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Mistake;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.admin.Accounts;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.io.IOException;
import java.io.Reader;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes many accounts at once, all of them or none, unless rows with mistakes may be left out. */
public final class UserImport {

  private static final int PROBLEMS_KEPT = 1000;

  private final Store store;
  private final Accounts accounts;
  private final InstantSource clock;

  public UserImport(Store store, Accounts accounts, InstantSource clock) {
    this.store = store;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** What to do with a file. */
  public enum Wish {
    /** Say what would become of it. */
    PREVIEW,
    /** Take it if every row is good. */
    ALL_OR_NOTHING,
    /** Take the rows that are good. */
    SKIP_BAD
  }

  private record Taken(AccountText.Checked account, Role role, Status status) {}

  private static final class Reading {
    private final List<Taken> good = new ArrayList<>();
    private final List<ImportReport.Problem> problems = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> emails = new HashSet<>();
    private long rows;
    private long bad;

    void bad(UserRow row, List<String> sentences) {
      bad++;
      if (problems.size() < PROBLEMS_KEPT) {
        String name = row.fields().getOrDefault("name", "");
        problems.add(
            new ImportReport.Problem(
                row.line(),
                name.isEmpty() ? row.fields().getOrDefault("email", "") : name,
                sentences));
      }
    }
  }

  /**
   * Reads the whole file, and then stores what is wished in one piece of work.
   *
   * @throws UserFileException if it is no such file; nothing is stored then
   */
  public ImportReport read(Reader text, UserFile kind, Wish wish, Caller caller)
      throws RelyingPartyException, IOException, UserFileException {
    Reading reading = new Reading();
    try {
      kind.read(text, row -> judge(row, reading));
    } catch (StoreFailed e) {
      throw e.failure;
    }
    boolean store =
        switch (wish) {
          case PREVIEW -> false;
          case ALL_OR_NOTHING -> reading.bad == 0;
          case SKIP_BAD -> true;
        };
    if (store) {
      store(reading, caller);
    }
    return new ImportReport(
        reading.rows, reading.good.size(), store, reading.problems, reading.bad);
  }

  private void judge(UserRow row, Reading reading) {
    reading.rows++;
    List<String> sentences = new ArrayList<>(row.mistakes());
    List<Mistake> mistakes = new ArrayList<>();
    AccountText.Checked account =
        UserFields.account(row.fields()).check(accounts.today(), mistakes);
    mistakes.forEach(it -> sentences.add(it.sentence()));
    Optional<Role> role = Role.of(row.fields().getOrDefault("role", "").strip());
    Optional<Status> status = Status.of(row.fields().getOrDefault("status", "").strip());
    if (role.isEmpty() && !row.fields().getOrDefault("role", "").isBlank()) {
      sentences.add("There is no role '%s'.".formatted(row.fields().get("role")));
    }
    if (status.isEmpty() && !row.fields().getOrDefault("status", "").isBlank()) {
      sentences.add("There is no status '%s'.".formatted(row.fields().get("status")));
    }
    if (sentences.isEmpty()) {
      sentences.addAll(taken(account, reading));
    }
    if (sentences.isEmpty()) {
      reading.good.add(new Taken(account, role.orElse(Role.USER), status.orElse(Status.ACTIVE)));
    } else {
      reading.bad(row, sentences);
    }
  }

  private List<String> taken(AccountText.Checked account, Reading reading) {
    List<String> sentences = new ArrayList<>();
    if (!reading.names.add(account.name())) {
      sentences.add("The name '%s' is there twice in the file.".formatted(account.name()));
    }
    Optional<String> email = account.profile().email();
    if (email.isPresent() && !reading.emails.add(EmailAddress.key(email.get()))) {
      sentences.add("The e-mail address is there twice in the file.");
    }
    try {
      store.read(records -> {
        Users users = records.users();
        if (users.named(account.name()).isPresent()) {
          sentences.add("There is a user '%s' already.".formatted(account.name()));
        }
        if (email.flatMap(users::withEmail).isPresent()) {
          sentences.add("The e-mail address belongs to another user.");
        }
        return sentences;
      });
    } catch (RelyingPartyException e) {
      throw new StoreFailed(e);
    }
    return sentences;
  }

  private void store(Reading reading, Caller caller) throws RelyingPartyException {
    store.write(records -> {
      for (Taken it : reading.good) {
        accounts.add(it.account(), it.role(), it.status(), records, caller);
      }
      records
          .audit()
          .append(
              AuditEvent.succeeded(clock.instant(), AuditEvents.IMPORT, caller, "")
                  .with("users", "" + reading.good.size())
                  .with("left_out", "" + reading.bad));
      return reading.good.size();
    });
  }

  /** Comes through the reader of a file, which knows nothing of stores. */
  private static final class StoreFailed extends RuntimeException {
    private final transient RelyingPartyException failure;

    StoreFailed(RelyingPartyException failure) {
      super(failure);
      this.failure = failure;
    }
  }
}
