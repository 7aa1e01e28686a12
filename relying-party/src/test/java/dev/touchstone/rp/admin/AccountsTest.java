package dev.touchstone.rp.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.AccountInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final Caller GRACE = new Caller("grace", "203.0.113.5", "test");

  private Store store;
  private Accounts accounts;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    store = SqliteStore.open(folder.resolve("touchstone.db"), Duration.ofSeconds(5));
    accounts = new Accounts(store, () -> NOW, new SecureRandom());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void accountIsMadeWithWhatIsSaidOfIt() throws Exception {
    AccountText text =
        new AccountText(
            "",
            "",
            new ProfileText(" Ada ", "Lovelace", "Ada@Example.COM", "1915-12-10", "Programmer"));
    accounts.create(text, Role.SUPPORT, GRACE);
    User ada = accounts.named("Ada@example.com");
    assertThat(ada.displayName()).isEqualTo("Ada Lovelace");
    assertThat(ada.profile().email()).contains("Ada@example.com");
    assertThat(ada.role()).isEqualTo(Role.SUPPORT);
    assertThat(ada.created()).isEqualTo(NOW);
    assertThat(accounts.withHandle(ada.handle())).contains(ada);
    assertThat(trail())
        .extracting(AuditRow::event, AuditRow::actor, AuditRow::subject, AuditRow::address)
        .containsExactly(tuple("user.create", "grace", "Ada@example.com", "203.0.113.5"));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    AccountText text =
        new AccountText(
            "ada", "x\ny", new ProfileText("A".repeat(101), "", "no", "2027-01-01", ""));
    assertThatThrownBy(() -> accounts.create(text, Role.USER, GRACE))
        .isInstanceOfSatisfying(
            AccountInvalid.class,
            e ->
                assertThat(e.mistakes())
                    .extracting(it -> it.field())
                    .containsExactly("first_name", "email", "date_of_birth", "display_name"));
  }

  @Test
  void nameOrEmailIsNeeded() {
    assertThatThrownBy(() -> create(" ", ""))
        .isInstanceOf(AccountInvalid.class)
        .hasMessageContaining("needs a name");
  }

  @Test
  void nameAndEmailAreTakenOnce() throws Exception {
    create("ada", "ada@example.com");
    assertThatThrownBy(() -> create("ada", "")).isInstanceOf(AccountConflict.class);
    assertThatThrownBy(() -> create("lovelace", "ADA@EXAMPLE.com"))
        .isInstanceOf(AccountConflict.class)
        .hasMessageContaining("belongs to another user");
    create("bob", "bob@example.com");
    assertThatThrownBy(() -> accounts.edit("bob", text("", "Ada@example.com"), GRACE))
        .isInstanceOf(AccountConflict.class);
    accounts.edit("ada", text("", "Ada@example.com"), GRACE);
    assertThat(accounts.named("ada").profile().email()).contains("Ada@example.com");
  }

  @Test
  void editTellsWhichFieldsChangedAndNotTheirValues() throws Exception {
    create("ada", "ada@example.com");
    accounts.edit("ada", text("", "countess@example.com"), GRACE);
    accounts.edit("ada", text("", "countess@example.com"), GRACE);
    assertThat(trail()).hasSize(2);
    assertThat(trail().getFirst().facts()).containsEntry("fields", "email");
    assertThat(trail().getFirst().detail()).doesNotContain("countess");
  }

  @Test
  void lastAdministratorStays() throws Exception {
    create("root", "");
    accounts.changeRole("root", Role.ADMIN, GRACE);
    create("second", "");
    accounts.changeRole("second", Role.ADMIN, GRACE);
    accounts.changeStatus("second", Status.DISABLED, GRACE);
    assertThatThrownBy(() -> accounts.changeRole("root", Role.USER, GRACE))
        .isInstanceOf(AccountConflict.class)
        .hasMessageContaining("last administrator");
    assertThatThrownBy(() -> accounts.changeStatus("root", Status.DISABLED, GRACE))
        .isInstanceOf(AccountConflict.class);
    assertThatThrownBy(() -> accounts.delete("root", GRACE)).isInstanceOf(AccountConflict.class);
    assertThat(accounts.named("root").role()).isEqualTo(Role.ADMIN);
    assertThat(trail().getFirst())
        .satisfies(row -> {
          assertThat(row.event()).isEqualTo("user.delete");
          assertThat(row.outcome()).isEqualTo("refused");
          assertThat(row.reason()).contains("last administrator");
        });
    accounts.changeStatus("second", Status.ACTIVE, GRACE);
    accounts.delete("root", GRACE);
    assertThat(accounts.named("second").role()).isEqualTo(Role.ADMIN);
  }

  @RepeatedTest(10)
  void administratorsWhoDemoteEachOtherAtTheSameTimeLeaveOne() throws Exception {
    List<String> admins = List.of("ada", "bob", "eve", "joe");
    for (String admin : admins) {
      create(admin, "");
      accounts.changeRole(admin, Role.ADMIN, GRACE);
    }
    CyclicBarrier together = new CyclicBarrier(admins.size());
    List<Future<Boolean>> demoted = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(admins.size())) {
      for (String admin : admins) {
        demoted.add(
            threads.submit(() -> {
              together.await();
              return demote(admin);
            }));
      }
    }
    int refused = 0;
    for (Future<Boolean> it : demoted) {
      refused += it.get() ? 0 : 1;
    }
    assertThat(refused).isEqualTo(1);
    assertThat(accounts.page(new UserQuery("", Optional.of(Role.ADMIN), Optional.empty(), "", 100)))
        .hasSize(1);
  }

  private boolean demote(String admin) throws RelyingPartyException {
    try {
      accounts.changeRole(admin, Role.USER, GRACE);
      return true;
    } catch (AccountConflict e) {
      return false;
    }
  }

  @Test
  void previewTellsBothValuesOrWhyNotAndChangesNothing() throws Exception {
    create("root", "root@example.com");
    accounts.changeRole("root", Role.ADMIN, GRACE);
    int rows = trail().size();
    assertThat(accounts.previewEdit("root", text("", "countess@example.com")).fields())
        .containsExactly(
            new AccountChange.Field("email", "root@example.com", "countess@example.com"));
    assertThat(accounts.previewRole("root", Role.ADMIN).fields()).isEmpty();
    assertThatThrownBy(() -> accounts.previewRole("root", Role.USER))
        .isInstanceOf(AccountConflict.class)
        .hasMessageContaining("last administrator");
    assertThatThrownBy(() -> accounts.previewStatus("root", Status.DISABLED))
        .isInstanceOf(AccountConflict.class);
    create("second", "");
    assertThat(accounts.previewStatus("second", Status.DISABLED).fields())
        .containsExactly(new AccountChange.Field("status", "active", "disabled"));
    assertThat(accounts.named("root").profile().email()).contains("root@example.com");
    assertThat(accounts.named("second").status()).isEqualTo(Status.ACTIVE);
    assertThat(trail()).hasSize(rows + 1);
  }

  @Test
  void changeThatChangesNothingLeavesNoRow() throws Exception {
    create("ada", "");
    accounts.changeRole("ada", Role.USER, GRACE);
    assertThat(trail()).hasSize(1);
  }

  @Test
  void accountsAreFoundByAPartOfAnyOfTheirNames() throws Exception {
    create("ada", "ada@example.com");
    create("100%", "");
    create("bob", "bob@example.org");
    accounts.changeRole("bob", Role.AUDITOR, GRACE);
    assertThat(names("ADA@")).containsExactly("ada");
    assertThat(names("example")).containsExactly("ada", "bob");
    assertThat(names("100%")).containsExactly("100%");
    assertThat(names("%")).isEmpty();
    assertThat(
            accounts.page(new UserQuery("", Optional.of(Role.AUDITOR), Optional.empty(), "", 10)))
        .extracting(User::name)
        .containsExactly("bob");
    assertThat(accounts.page(new UserQuery("", Optional.empty(), Optional.empty(), "ada", 1)))
        .extracting(User::name)
        .containsExactly("bob");
  }

  @Test
  void strangersNamesAreToldApart() {
    assertThatThrownBy(() -> accounts.named("nobody")).isInstanceOf(UnknownUser.class);
    assertThatThrownBy(() -> accounts.delete("nobody", GRACE)).isInstanceOf(UnknownUser.class);
    assertThatThrownBy(() -> accounts.changeRole("nobody", Role.ADMIN, GRACE))
        .isInstanceOf(UnknownUser.class);
  }

  private List<String> names(String text) throws RelyingPartyException {
    UserQuery query = new UserQuery(text, Optional.empty(), Optional.empty(), "", 10);
    return accounts.page(query).stream().map(User::name).toList();
  }

  private void create(String name, String email) throws RelyingPartyException {
    accounts.create(text(name, email), Role.USER, GRACE);
  }

  private static AccountText text(String name, String email) {
    return new AccountText(name, "", new ProfileText("", "", email, "", ""));
  }

  private List<AuditRow> trail() throws RelyingPartyException {
    AuditDesk desk =
        new AuditDesk(
            store,
            () -> {
              throw new IllegalStateException("no key is needed to read");
            },
            () -> NOW);
    return desk.list(AuditFilter.ALL, Optional.empty(), 100).rows();
  }
}
