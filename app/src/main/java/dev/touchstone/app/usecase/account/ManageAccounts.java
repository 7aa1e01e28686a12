package dev.touchstone.app.usecase.account;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.admin.AccountChange;
import dev.touchstone.rp.admin.Accounts;
import dev.touchstone.rp.admin.transfer.ImportReport;
import dev.touchstone.rp.admin.transfer.UserFile;
import dev.touchstone.rp.admin.transfer.UserImport.Wish;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Accounts are made, found, changed, and moved in and out. Each failure says why. */
public final class ManageAccounts {

  private final RelyingParty relyingParty;
  private final Operators operators;

  public ManageAccounts(RelyingParty relyingParty, Operators operators) {
    this.relyingParty = relyingParty;
    this.operators = operators;
  }

  /**
   * What to change of a person; what is empty stays as it is, and {@code Optional.of("")} takes it
   * away.
   */
  public record Edit(
      Optional<String> displayName,
      Optional<String> firstName,
      Optional<String> lastName,
      Optional<String> email,
      Optional<String> dateOfBirth,
      Optional<String> jobTitle) {

    AccountText of(User user) {
      ProfileText old = ProfileText.of(user.profile());
      return new AccountText(
          user.name(),
          displayName.orElse(user.displayName()),
          new ProfileText(
              firstName.orElse(old.firstName()),
              lastName.orElse(old.lastName()),
              email.orElse(old.email()),
              dateOfBirth.orElse(old.dateOfBirth()),
              jobTitle.orElse(old.jobTitle())));
    }
  }

  /** Accounts by name. */
  public List<User> page(UserQuery query) throws Failure {
    return AtTheDesk.run(() -> accounts().page(query));
  }

  /** One account and its credentials. */
  public Accounts.Belongings show(String name) throws Failure {
    return AtTheDesk.run(() -> accounts().previewDelete(name));
  }

  /** Makes one. */
  public User create(AccountText text, Role role) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return AtTheDesk.run(() -> accounts().create(text, role, operators.caller()));
  }

  /** Changes what is known of a person. */
  public User edit(String name, Edit edit) throws Failure {
    operators.permitHelp(name);
    return AtTheDesk.run(
        () -> accounts().edit(name, edit.of(accounts().named(name)), operators.caller()));
  }

  /** What {@link #edit} would change. */
  public AccountChange previewEdit(String name, Edit edit) throws Failure {
    return AtTheDesk.run(() -> accounts().previewEdit(name, edit.of(accounts().named(name))));
  }

  /** Promotes or demotes. */
  public User role(String name, Role role) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return AtTheDesk.run(() -> accounts().changeRole(name, role, operators.caller()));
  }

  /** What {@link #role} would change. */
  public AccountChange previewRole(String name, Role role) throws Failure {
    return AtTheDesk.run(() -> accounts().previewRole(name, role));
  }

  /** Disables or enables. */
  public User status(String name, Status status) throws Failure {
    operators.permitHelp(name);
    return AtTheDesk.run(() -> accounts().changeStatus(name, status, operators.caller()));
  }

  /** What {@link #status} would change. */
  public AccountChange previewStatus(String name, Status status) throws Failure {
    return AtTheDesk.run(() -> accounts().previewStatus(name, status));
  }

  /** Reads a file of users. */
  public ImportReport importFrom(Path file, UserFile kind, Wish wish) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return AtTheDesk.run(() -> {
      try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        return relyingParty.userImport().read(text, kind, wish, operators.caller());
      }
    });
  }

  /**
   * Writes a file of users.
   *
   * @return how many
   */
  public long exportTo(Path file, UserFile kind, UserQuery which) throws Failure {
    operators.permit(Permission.ADMINISTER);
    return AtTheDesk.run(() -> {
      try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        return relyingParty
            .userExport()
            .write(which, kind, text, file.toString(), operators.caller());
      }
    });
  }

  private Accounts accounts() {
    return relyingParty.administration().accounts();
  }
}
