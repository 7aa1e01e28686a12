package dev.touchstone.rp.admin.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.admin.Accounts;
import dev.touchstone.rp.admin.transfer.UserImport.Wish;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.store.sqlite.SqliteStore;
import java.io.StringReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTransferTest {

  private static final InstantSource CLOCK = () -> Instant.parse("2026-11-20T12:00:00Z");

  private Path folder;
  private Store store;
  private Accounts accounts;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    this.folder = folder;
    open("touchstone.db");
  }

  private void open(String file) throws Exception {
    store = SqliteStore.open(folder.resolve(file), Duration.ofSeconds(5));
    accounts = new Accounts(store, CLOCK, new SecureRandom());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void csvIsReadWithMarkQuotesAndAnyLineEnds() throws Exception {
    ImportReport report =
        csv(
            "\ufeffName,E-Mail,last_name,job_title,role,status\r\n".replace("E-Mail", "email")
                + "ada,ada@example.com,\"Lovelace, \"\"Countess\"\"\",\"says\",admin,\n"
                + "\r\n"
                + "bob,,,,,disabled",
            Wish.ALL_OR_NOTHING);
    assertThat(report).isEqualTo(new ImportReport(2, 2, true, List.of(), 0));
    User ada = accounts.named("ada");
    assertThat(ada.profile().lastName()).isEqualTo("Lovelace, \"Countess\"");
    assertThat(ada.role()).isEqualTo(Role.ADMIN);
    assertThat(accounts.named("bob").status()).isEqualTo(Status.DISABLED);
  }

  @Test
  void semicolonsOfSomeSpreadsheetsAreUnderstood() throws Exception {
    csv("name;email\nada;ada@example.com\n", Wish.ALL_OR_NOTHING);
    assertThat(accounts.named("ada").profile().email()).contains("ada@example.com");
  }

  @Test
  void badRowsAreToldAndNothingIsStored() throws Exception {
    accounts.create(new AccountText("old", "", ProfileText.NOTHING), Role.USER, Caller.CONSOLE);
    String file =
        """
        name,email,date_of_birth,role,status
        ada,ada@example.com,,,
        bob,no address,2030-01-01,king,asleep
        ada,ADA@example.com,,,
        old,,,,
        joe,joe@example.com
        "e
        ve",,,,
        ,,,,
        """;
    ImportReport report = csv(file, Wish.ALL_OR_NOTHING);
    assertThat(report.stored()).isFalse();
    assertThat(report.rows()).isEqualTo(7);
    assertThat(report.problems())
        .extracting(it -> it.line(), it -> it.name(), it -> it.sentences().size())
        .containsExactly(
            tuple(3L, "bob", 4),
            tuple(4L, "ada", 2),
            tuple(5L, "old", 1),
            tuple(6L, "joe", 1),
            tuple(7L, "e\nve", 1),
            tuple(9L, "", 1));
    assertThat(names()).containsExactly("old");
    assertThat(csv(file, Wish.PREVIEW).good()).isEqualTo(1);
    assertThat(names()).containsExactly("old");
    assertThat(csv(file, Wish.SKIP_BAD).stored()).isTrue();
    assertThat(names()).containsExactly("ada", "old");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\ufeff",
        "name,colour\nada,red",
        "name,name\nada,ada",
        "name\n\"ada",
        "nonsense"
      })
  void whatIsNoCsvOfUsersIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> csv(text, Wish.SKIP_BAD))
        .isInstanceOf(UserFileException.class)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"users\": 1}",
        "[",
        "[{\"name\": \"ada\"}",
        "[{\"name\": \"a\", \"name\": \"b\"}]",
        "[[[[[[[[[[[[[[[[",
        "nonsense",
        "[{\"name\": \"\u0001\"}]"
      })
  void whatIsNoJsonOfUsersIsRefusedWithASentence(String text) throws Exception {
    assertThatThrownBy(() -> json(text, Wish.SKIP_BAD))
        .isInstanceOf(UserFileException.class)
        .hasMessageEndingWith(".");
    assertThat(names()).isEmpty();
  }

  @Test
  void membersOfOtherTypesAreMistakes() throws Exception {
    ImportReport report =
        json(
            "\ufeff{\"version\": {\"a\": [1]}, \"users\": [{\"name\": 1}, 7, [], {\"name\":"
                + " \"ada\", \"email\": null, \"credentials\": 3}, {\"name\": \"bob\", \"x\":"
                + " {}}]}",
            Wish.SKIP_BAD);
    assertThat(report.rows()).isEqualTo(5);
    assertThat(report.problemsInAll()).isEqualTo(4);
    assertThat(names()).containsExactly("ada");
  }

  @ParameterizedTest
  @EnumSource(UserFile.class)
  void whatWasExportedCanBeImported(UserFile kind) throws Exception {
    String formula = "=HYPERLINK(\"http://evil.example\")";
    ProfileText person =
        new ProfileText("-1+1", "O'Neil; \"x\",", "+ada@example.com", "1990-12-31", "@SUM(A1)");
    accounts.create(new AccountText(formula, "'quoted", person), Role.AUDITOR, Caller.CONSOLE);
    accounts.create(new AccountText("'=x", "", ProfileText.NOTHING), Role.USER, Caller.CONSOLE);
    List<User> before = accounts.page(UserQuery.first(10));
    StringBuilder file = new StringBuilder();
    long count =
        new UserExport(store, CLOCK)
            .write(UserQuery.first(1), kind, file, "nowhere", Caller.CONSOLE);
    assertThat(count).isEqualTo(2);
    close();
    open("other.db");
    new UserImport(store, accounts, CLOCK)
        .read(new StringReader(file.toString()), kind, Wish.ALL_OR_NOTHING, Caller.CONSOLE);
    assertThat(accounts.page(UserQuery.first(10)))
        .usingRecursiveComparison()
        .ignoringFields("handle")
        .isEqualTo(before);
  }

  @Test
  void noCellOfAnExportIsAFormula() throws Exception {
    for (String name : List.of("=1", "+1", "-1", "@a")) {
      accounts.create(new AccountText(name, name, ProfileText.NOTHING), Role.USER, Caller.CONSOLE);
    }
    StringBuilder file = new StringBuilder();
    new UserExport(store, CLOCK)
        .write(UserQuery.first(1), UserFile.CSV, file, "nowhere", Caller.CONSOLE);
    assertThat(file.toString().lines().skip(1))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.split(",")).noneMatch(it -> it.matches("\"?[=+@-].*")));
  }

  private List<String> names() throws Exception {
    return accounts.page(UserQuery.first(100)).stream().map(User::name).toList();
  }

  private ImportReport csv(String text, Wish wish) throws Exception {
    return new UserImport(store, accounts, CLOCK)
        .read(new StringReader(text), UserFile.CSV, wish, Caller.CONSOLE);
  }

  private ImportReport json(String text, Wish wish) throws Exception {
    return new UserImport(store, accounts, CLOCK)
        .read(new StringReader(text), UserFile.JSON, wish, Caller.CONSOLE);
  }
}
