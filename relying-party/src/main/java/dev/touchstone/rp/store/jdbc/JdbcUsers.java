package dev.touchstone.rp.store.jdbc;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.SearchWords;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.store.jdbc.JdbcRecords.Writers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Accounts in the table {@code account}. */
final class JdbcUsers implements Users {

  private static final String SELECT =
      """
      SELECT account.*,
        (SELECT count(*) FROM credential WHERE user_handle = handle) AS credentials,
        (SELECT earliest FROM token_cutoff WHERE user_handle = handle) AS last_cut_off
      FROM account
      """;

  private final Statements statements;
  private final Handle handle;
  private final SearchIndex index;
  private final Writers writers;
  private final Map<String, Optional<User>> read = new HashMap<>();

  JdbcUsers(Statements statements, Writers writers) {
    this.statements = statements;
    this.handle = statements.handle();
    this.index = new SearchIndex(statements, writers);
    this.writers = writers;
  }

  @Override
  public List<User> all() {
    return handle.createQuery(SELECT + "ORDER BY name").map((row, context) -> user(row)).list();
  }

  @Override
  public List<User> page(UserQuery query) {
    StringBuilder sql = new StringBuilder(SELECT);
    String name = "name";
    Map<String, String> words = Map.of();
    if (query.text().isBlank()) {
      sql.append("WHERE true");
    } else {
      WordSearch search = new WordSearch(statements, SearchWords.of(query.text()));
      if (search.hopeless()) {
        return List.of();
      }
      if (search.sortable()) {
        name = "name || ''"; // not to be walked along: those who were found are few
        sql.append("WHERE handle IN (%s)".formatted(search.handles()));
      } else {
        sql.append("WHERE ").append(search.condition());
      }
      words = search.bindings();
    }
    sql.append(" AND %s > :after".formatted(name));
    query.role().ifPresent(role -> sql.append(" AND role = :role"));
    query.status().ifPresent(status -> sql.append(" AND status = :status"));
    Query statement =
        handle
            .createQuery(sql.append(" ORDER BY %s LIMIT :limit".formatted(name)).toString())
            .bindMap(words)
            .bind("after", query.after())
            .bind("limit", query.limit());
    query.role().ifPresent(role -> statement.bind("role", role.word()));
    query.status().ifPresent(status -> statement.bind("status", status.word()));
    return statement.map((row, context) -> user(row)).list();
  }

  @Override
  public Found found(List<String> words, int most) {
    WordSearch search = new WordSearch(statements, words);
    if (search.hopeless()) {
      return new Found(List.of(), true);
    }
    String sql = SELECT + "WHERE handle IN (%s LIMIT :most)".formatted(search.handles());
    List<User> users =
        handle
            .createQuery(sql)
            .bindMap(search.bindings())
            .bind("most", most)
            .map((row, context) -> user(row))
            .list();
    return new Found(users, search.complete() && users.size() < most);
  }

  @Override
  public List<User> ofCredentials(String beginning, int most) {
    return statements.all(
        SELECT
            + """
            WHERE handle IN
              (SELECT user_handle FROM credential WHERE id >= ? AND id <= ? ORDER BY id LIMIT ?)
            """,
        JdbcUsers::user,
        beginning,
        beginning + "~",
        most);
  }

  /** Locks them, so that two of several writers do not both find that there is another admin. */
  @Override
  public int count(Role role) {
    return handle
        .createQuery(
            "SELECT count(*) FROM (SELECT 1 FROM account WHERE role = ?%s) AS those"
                .formatted(writers.lock()))
        .bind(0, role.word())
        .mapTo(int.class)
        .one();
  }

  /** In one order, so that two who ask at the same time do not wait for each other. */
  @Override
  public int activeAdminsToChange() {
    return handle
        .createQuery(
            "SELECT handle FROM account WHERE role = ? AND status = ? ORDER BY handle"
                + writers.lock())
        .bind(0, Role.ADMIN.word())
        .bind(1, Status.ACTIVE.word())
        .mapTo(String.class)
        .list()
        .size();
  }

  @Override
  public Optional<User> named(String name) {
    return one("WHERE name = ?", name);
  }

  @Override
  public Optional<User> withEmail(String email) {
    return one("WHERE email_key = ?", EmailAddress.key(email));
  }

  @Override
  public Optional<User> withHandle(Bytes userHandle) {
    return one("WHERE handle = ?", userHandle.base64Url());
  }

  @Override
  public Optional<Who> who(String nameOrEmail) {
    return who("name = ?", nameOrEmail)
        .or(() -> who("email_key = ?", EmailAddress.key(nameOrEmail)));
  }

  private Optional<Who> who(String condition, String value) {
    return statements.one(
        "SELECT handle, name FROM account WHERE " + condition,
        row -> new Who(row.getString(1), row.getString(2)),
        value);
  }

  @Override
  public void add(User user) {
    handle.execute(
        """
        INSERT INTO account (handle, name, display_name, created, email, email_key, first_name,
          last_name, date_of_birth, job_title, role, status, email_verified)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        user.handle(),
        user.name(),
        user.displayName(),
        user.created().toEpochMilli(),
        user.profile().email().orElse(null),
        user.profile().email().map(EmailAddress::key).orElse(null),
        user.profile().firstName(),
        user.profile().lastName(),
        user.profile().dateOfBirth().map(LocalDate::toString).orElse(null),
        user.profile().jobTitle(),
        user.role().word(),
        user.status().word(),
        user.emailVerified().map(Instant::toEpochMilli).orElse(null));
    index.refresh(user.handle());
  }

  @Override
  public boolean update(User user) {
    boolean updated =
        handle.execute(
                """
                UPDATE account SET name = ?, display_name = ?, email = ?, email_key = ?, first_name = ?,
                  last_name = ?, date_of_birth = ?, job_title = ?, role = ?, status = ?, email_verified = ?
                WHERE handle = ?
                """,
                user.name(),
                user.displayName(),
                user.profile().email().orElse(null),
                user.profile().email().map(EmailAddress::key).orElse(null),
                user.profile().firstName(),
                user.profile().lastName(),
                user.profile().dateOfBirth().map(LocalDate::toString).orElse(null),
                user.profile().jobTitle(),
                user.role().word(),
                user.status().word(),
                user.emailVerified().map(Instant::toEpochMilli).orElse(null),
                user.handle())
            == 1;
    if (updated) {
      index.refresh(user.handle());
    }
    return updated;
  }

  @Override
  public boolean signedIn(Bytes userHandle, Instant when) {
    return statements.update(
            "UPDATE account SET last_sign_in = ? WHERE handle = ? AND status = 'active'",
            when.toEpochMilli(),
            userHandle.base64Url())
        == 1;
  }

  @Override
  public boolean delete(String name) {
    statements
        .one(
            "SELECT handle FROM account WHERE name = ?" + writers.lock(),
            row -> row.getString(1),
            name)
        .ifPresent(index::forget);
    return handle.execute("DELETE FROM account WHERE name = ?", name) == 1;
  }

  private Optional<User> one(String where, String value) {
    return writers == Writers.NONE
        ? read.computeIfAbsent(where + value, _ -> find(where, value))
        : find(where, value);
  }

  /** Locks it: whoever changes an account writes all of it, also what they only read. */
  private Optional<User> find(String where, String value) {
    return statements.one(SELECT + where + writers.lock(), JdbcUsers::user, value);
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getString("handle"),
        row.getString("name"),
        row.getString("display_name"),
        new Profile(
            row.getString("first_name"),
            row.getString("last_name"),
            Optional.ofNullable(row.getString("email")),
            Optional.ofNullable(row.getString("date_of_birth")).map(LocalDate::parse),
            row.getString("job_title")),
        Role.of(row.getString("role")).orElseThrow(),
        Status.of(row.getString("status")).orElseThrow(),
        Instant.ofEpochMilli(row.getLong("created")),
        Columns.instant(row, "last_sign_in"),
        row.getInt("credentials"),
        Columns.instant(row, "email_verified"),
        Columns.instant(row, "last_cut_off").orElse(Instant.EPOCH));
  }
}
