package dev.touchstone.rp.store;

import static dev.touchstone.rp.store.Together.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.desk.person.Hit;
import dev.touchstone.rp.desk.person.Hits;
import dev.touchstone.rp.desk.person.PersonSearch;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People are found alike in every kind of database. */
class SearchContractTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:15:30Z");
  private static final String ID = "Y3JlZGVudGlhbC1vZi1hZGE";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void personIsFoundByTheBeginningsOfTheirWordsInAnyOrderAndCase(DatabaseKind kind)
      throws Exception {
    try (Store store = open(kind)) {
      add(store, person("ada", "Ada", "Lovelace", "ada.king@example.org"));
      add(store, person("bob", "Bob", "Love", "bob@example.org"));
      for (String text : List.of("LOVEL", "lovelace ada", "ad lov", "king@exa", "ada.king")) {
        assertThat(names(store, text)).as(text).containsExactly("ada");
      }
      assertThat(names(store, "love")).containsExactly("bob", "ada");
      assertThat(names(store, "lace")).isEmpty();
      assertThat(names(store, "ada bob")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void accentsCaseAndLigaturesMakeNoDifference(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      add(store, person("zoë", "Zoë", "Müller", "z@example.org"));
      add(store, person("s", "Søren", "Weiß", "s@example.org"));
      add(store, person("w", "小明", "王", "w@example.org"));
      add(store, person("i", "İpek", "Yıldız", "i@example.org"));
      assertThat(names(store, "ZOE muller")).containsExactly("zoë");
      assertThat(names(store, "Zoe\u0308 Mu\u0308ller")).containsExactly("zoë");
      assertThat(names(store, "soren weiss")).containsExactly("s");
      assertThat(names(store, "王")).containsExactly("w");
      assertThat(names(store, "IPEK yildiz")).containsExactly("i");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsTypedMeansNothingToTheDatabase(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      add(store, person("ada", "Ada", "Lovelace", "ada@example.org"));
      for (String text :
          List.of(
              "%",
              "_",
              "' OR '1'='1",
              "\"ada\" NEAR",
              "ada OR bob",
              "NOT",
              "\\",
              ":word0",
              "\u0000",
              "\uD83D",
              "x".repeat(100_000),
              " ",
              "",
              "ada".repeat(50),
              "?1")) {
        assertThat(names(store, text)).as(text).isEmpty();
      }
      assertThat(names(store, "ada*")).containsExactly("ada");
      assertThat(names(store, "\"Lovelace\"")).containsExactly("ada");
      assertThat(names(store, "ada'; DROP TABLE account; --")).isEmpty();
      assertThat(names(store, "ada")).containsExactly("ada");
    }
  }

  @ParameterizedTest
  @EnumSource
  void exactNameComesFirstThenAddressThenWordsThenBeginnings(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      add(store, person("adam", "Adam", "Smith", "a@example.org"));
      add(store, person("zed", "Ada", "Zed", "z@example.org"));
      add(store, person("ada", "Ada", "King", "king@example.org"));
      add(store, person("key", "Kim", "Key", "k@example.org"));
      credential(store, "key", ID, "ada's old key");
      assertThat(hits(store, "ada", 0, 10).hits())
          .extracting(it -> it.user().name(), Hit::by)
          .containsExactly(
              tuple("ada", Hit.By.NAME),
              tuple("zed", Hit.By.WORDS),
              tuple("adam", Hit.By.BEGINNINGS),
              tuple("key", Hit.By.KEY));
      Hits second = hits(store, "ada", 2, 1);
      assertThat(second.hits()).extracting(it -> it.user().name()).containsExactly("adam");
      assertThat(second.more()).isTrue();
      assertThat(hits(store, "ada", 3, 10).more()).isFalse();
      assertThat(hits(store, "KING@Example.ORG", 0, 1).hits().getFirst().by())
          .isEqualTo(Hit.By.EMAIL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyIsFoundByIdLabelAndSerialNumberUntilItIsGone(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      add(store, person("ada", "Ada", "King", "king@example.org"));
      credential(store, "ada", ID, "the blue one");
      Bytes id = Bytes.ofBase64Url(ID);
      store.write(records -> {
        records.credentials().keepSerial(id, "12345678");
        return id;
      });
      assertThat(names(store, ID)).containsExactly("ada");
      assertThat(names(store, ID.substring(0, 6))).containsExactly("ada");
      assertThat(names(store, ID.substring(0, 6).toUpperCase(Locale.ROOT))).isEmpty();
      assertThat(names(store, "12345")).containsExactly("ada");
      assertThat(names(store, "blue")).containsExactly("ada");
      assertThat(store.<Optional<String>>read(it -> it.credentials().serial(id)))
          .hasValue("12345678");
      store.write(records -> records.credentials().relabel(id, "green"));
      assertThat(names(store, "blue")).isEmpty();
      assertThat(names(store, "green")).containsExactly("ada");
      store.write(records -> records.credentials().delete(id));
      assertThat(names(store, "green")).isEmpty();
      assertThat(names(store, "12345")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoIsRenamedIsFoundByTheNewNameOnlyAndWhoIsDeletedByNone(DatabaseKind kind)
      throws Exception {
    try (Store store = open(kind)) {
      User ada = person("ada", "Ada", "King", "king@example.org");
      add(store, ada);
      store.write(records ->
          records
              .users()
              .update(
                  ada.with(
                      "Ada",
                      new Profile(
                          "Ada", "Lovelace", Optional.of("l@example.org"), Optional.empty(), ""))));
      assertThat(names(store, "king")).isEmpty();
      assertThat(names(store, "lovelace")).containsExactly("ada");
      store.write(records -> records.users().delete("ada"));
      assertThat(names(store, "lovelace")).isEmpty();
      add(store, person("bob", "Bob", "Lovelace", "b@example.org"));
      assertThat(names(store, "lovelace")).containsExactly("bob");
    }
  }

  @ParameterizedTest
  @EnumSource
  void wordThatManyHaveIsToldAndTwoWordsOfManyStillFindTheOne(DatabaseKind kind) throws Exception {
    try (Store store = open(kind)) {
      store.write(records -> {
        for (int i = 0; i < 2100; i++) {
          String name = "user%04d".formatted(i);
          records.users().add(person(name, i % 2 == 0 ? "Anna" : "Eve", "Many", name + "@x.org"));
        }
        records.users().add(person("the one", "Anna", "Rare", "one@x.org"));
        return records;
      });
      Hits all = hits(store, "many", 0, 20);
      assertThat(all.many()).isTrue();
      assertThat(all.hits()).hasSize(20);
      assertThat(names(store, "anna rare")).containsExactly("the one");
      assertThat(names(store, "many user1999")).containsExactly("user1999");
      // a list by name has all of them, page by page, few or many
      for (String text : List.of("many", "anna")) {
        assertThat(listed(store, text)).hasSize(text.equals("many") ? 2100 : 1051).isSorted();
      }
      List<User> supporters =
          store.read(it ->
              it.users()
                  .page(
                      new UserQuery("many", Optional.of(Role.SUPPORT), Optional.empty(), "", 10)));
      assertThat(supporters).isEmpty();
    }
  }

  @Test
  void whoIsMissedBecauseEachWordIsThatOfManyIsNotKeptSilentAbout() throws Exception {
    try (Store store = open(DatabaseKind.SQLITE)) {
      add(store, person("ada", "Anna", "Many", "a@example.org"));
      assertThat(hits(store, "anna many", 0, 10).many()).isFalse();
      try (Connection connection =
              DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("touchstone.db"));
          Statement statement = connection.createStatement()) {
        // before all handles of accounts, so that these are looked at first
        statement.execute(
            """
            WITH RECURSIVE number (it) AS (SELECT 1 UNION ALL SELECT it + 1 FROM number WHERE it < 20001)
            INSERT INTO search_word (word, user_handle)
            SELECT word, '0' || it FROM number, (SELECT 'anna' AS word UNION SELECT 'many')
            """);
      }
      Hits missed = hits(store, "anna many", 0, 10);
      assertThat(missed.hits()).isEmpty();
      assertThat(missed.many()).isTrue();
      assertThat(names(store, "anna many ada")).containsExactly("ada");
    }
  }

  @ParameterizedTest
  @EnumSource
  void labelsThatAreChangedAtTheSameTimeAreAllFound(DatabaseKind kind) throws Exception {
    int keys = 4;
    try (Store store = open(kind)) {
      add(store, person("ada", "Ada", "King", "king@example.org"));
      for (int key = 0; key < keys; key++) {
        credential(store, "ada", ID + key, "first");
      }
      for (int round = 0; round < 10; round++) {
        String label = "round%dkey".formatted(round);
        together(keys, key -> store.write(it -> relabelled(it, ID + key, label + key)));
        for (int key = 0; key < keys; key++) {
          assertThat(names(store, label + key)).containsExactly("ada");
        }
        assertThat(names(store, "round%d".formatted(round - 1))).isEmpty();
      }
    }
  }

  private static boolean relabelled(Records records, String id, String label) {
    return records.credentials().relabel(Bytes.ofBase64Url(id), label);
  }

  private static List<String> listed(Store store, String text) throws RelyingPartyException {
    List<String> names = new ArrayList<>();
    String after = "";
    while (true) {
      UserQuery query = new UserQuery(text, Optional.empty(), Optional.empty(), after, 400);
      List<User> page = store.read(it -> it.users().page(query));
      if (page.isEmpty()) {
        return names;
      }
      page.forEach(it -> names.add(it.name()));
      after = names.getLast();
    }
  }

  private Store open(DatabaseKind kind) throws Exception {
    return OpenDatabase.at(kind.empty(folder));
  }

  private static List<String> names(Store store, String text) throws RelyingPartyException {
    return hits(store, text, 0, 100).hits().stream().map(it -> it.user().name()).toList();
  }

  private static Hits hits(Store store, String text, int skip, int limit)
      throws RelyingPartyException {
    return new PersonSearch(store).find(text, skip, limit);
  }

  private static void add(Store store, User user) throws RelyingPartyException {
    store.write(records -> {
      records.users().add(user);
      return user;
    });
  }

  private static User person(String name, String first, String last, String email) {
    Profile profile = new Profile(first, last, Optional.of(email), Optional.empty(), "");
    return User.made(Bytes.ofUtf8(name + " handle").base64Url(), name, name, profile, NOW);
  }

  private static void credential(Store store, String user, String id, String label)
      throws RelyingPartyException {
    Credential credential =
        new Credential(
            id,
            user,
            label,
            "00000000-0000-0000-0000-000000000000",
            Optional.empty(),
            "ES256",
            List.of("usb"),
            Optional.empty(),
            false,
            true,
            false,
            0,
            "packed",
            true,
            false,
            NOW,
            Optional.empty(),
            Optional.empty(),
            List.of());
    store.write(records -> {
      records
          .credentials()
          .add(
              new CredentialRecord(
                  credential,
                  Bytes.ofUtf8(user + " handle"),
                  Bytes.ofHex("a0"),
                  Bytes.ofHex("00"),
                  Bytes.ofUtf8("{}"),
                  "localhost"));
      return id;
    });
  }
}
