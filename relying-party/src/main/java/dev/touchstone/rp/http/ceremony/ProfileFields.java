package dev.touchstone.rp.http.ceremony;

import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Mistake;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.failure.RelyingPartyException.AccountInvalid;
import dev.touchstone.rp.http.body.JsonBody;
import dev.touchstone.rp.http.problem.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The person in a request: names, e-mail address, day of birth, job title. */
public final class ProfileFields {

  /** What a request may say of a person. */
  private static final Set<String> MEMBERS =
      Set.of("first_name", "last_name", "email", "date_of_birth", "job_title");

  private static final String EMAIL = "email";

  /** What is too long for the account is told by the account. */
  private static final int LONGEST = 1000;

  private ProfileFields() {}

  /** The members of a request about a person, and these. */
  public static Set<String> and(String... more) {
    return Stream.concat(MEMBERS.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The account, which goes by its e-mail address.
   *
   * @throws AccountInvalid with everything that cannot be right
   */
  public static AccountText.Checked read(JsonBody body, LocalDate today)
      throws Refused, AccountInvalid {
    ProfileText text =
        new ProfileText(
            body.text("first_name", LONGEST).orElse(""),
            body.text("last_name", LONGEST).orElse(""),
            body.requiredText(EMAIL, LONGEST),
            body.text("date_of_birth", LONGEST).orElse(""),
            body.text("job_title", LONGEST).orElse(""));
    List<Mistake> mistakes = new ArrayList<>();
    AccountText.Checked account = new AccountText("", "", text).check(today, mistakes);
    if (!mistakes.isEmpty()) {
      throw new AccountInvalid(mistakes);
    }
    return account;
  }

  /** An address that has to be there, normalised. */
  public static String email(JsonBody body) throws Refused {
    String text = body.requiredText(EMAIL, LONGEST);
    try {
      return EmailAddress.parse(text).value();
    } catch (IllegalArgumentException e) {
      throw Refused.field("/" + EMAIL, "is no e-mail address");
    }
  }

  /** An address that may be there, normalised. */
  static Optional<String> optionalEmail(JsonBody body) throws Refused {
    return body.text(EMAIL, LONGEST).isEmpty() ? Optional.empty() : Optional.of(email(body));
  }

  /** Whether two addresses are the same to a person. */
  static boolean same(Optional<String> one, String other) {
    return one.map(EmailAddress::key).equals(Optional.of(EmailAddress.key(other)));
  }
}
