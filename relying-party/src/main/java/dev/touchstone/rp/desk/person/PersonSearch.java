package dev.touchstone.rp.desk.person;

import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.SearchWords;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.Users;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds people by whatever the one on the telephone can say of themselves: a name, an address, the
 * beginning of a credential id, the serial number of a key or what it is called. It looks at a
 * bounded number of rows, however many accounts there are.
 */
public final class PersonSearch {

  /** So many are put in order; who types words that more people have is asked for more of them. */
  static final int LOOKED_AT = 500;

  private static final int OF_CREDENTIALS = 50;
  private static final int LONGEST = 500;
  private static final Pattern CREDENTIAL_ID = Pattern.compile("[A-Za-z0-9_-]{4,}");

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private final Store store;

  public PersonSearch(Store store) {
    this.store = store;
  }

  /**
   * Finds people; those whom it fits best come first, then by name.
   *
   * @param text as it was typed; nobody is found by blanks and signs alone
   * @param skip how many of the best to leave out: those of the pages before
   * @param limit how many at most
   */
  public Hits find(String text, int skip, int limit) throws RelyingPartyException {
    String visible = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    String typed = visible.length() > LONGEST ? visible.substring(0, LONGEST) : visible;
    return store.read(records -> find(typed, skip, limit, records));
  }

  private static Hits find(String typed, int skip, int limit, Records records) {
    Map<String, Hit> found = new LinkedHashMap<>();
    records.users().named(typed).ifPresent(it -> add(it, Hit.By.NAME, found));
    email(typed).flatMap(records.users()::withEmail).ifPresent(it -> add(it, Hit.By.EMAIL, found));
    if (CREDENTIAL_ID.matcher(typed).matches()) {
      records
          .users()
          .ofCredentials(typed, OF_CREDENTIALS)
          .forEach(it -> add(it, Hit.By.CREDENTIAL, found));
    }
    List<String> words = SearchWords.of(typed);
    Users.Found others = records.users().found(words, LOOKED_AT + 1);
    others.users().stream().limit(LOOKED_AT).forEach(it -> add(it, by(it, words), found));
    List<Hit> all = new ArrayList<>(found.values());
    all.sort(Comparator.comparing(Hit::by).thenComparing(it -> it.user().name()));
    List<Hit> page = all.stream().skip(skip).limit(limit).toList();
    return new Hits(page, all.size() > skip + page.size(), !others.all());
  }

  private static void add(User user, Hit.By by, Map<String, Hit> found) {
    found.putIfAbsent(user.handle(), new Hit(user, by));
  }

  private static Optional<String> email(String typed) {
    try {
      return typed.contains("@")
          ? Optional.of(EmailAddress.parse(typed).value())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Hit.By by(User user, List<String> words) {
    List<String> theirs =
        SearchWords.of(
            Stream.of(
                    user.name(),
                    user.displayName(),
                    user.profile().firstName(),
                    user.profile().lastName(),
                    user.profile().email().orElse(""))
                .toList());
    if (theirs.containsAll(words)) {
      return Hit.By.WORDS;
    }
    boolean all =
        words.stream().allMatch(word -> theirs.stream().anyMatch(it -> it.startsWith(word)));
    return all ? Hit.By.BEGINNINGS : Hit.By.KEY;
  }
}
