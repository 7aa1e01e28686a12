package dev.touchstone.rp.factor;

import dev.touchstone.rp.MovableClock;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.Settings;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import dev.touchstone.rp.secret.key.KeyFile;
import dev.touchstone.rp.secret.key.KeyPlace;
import dev.touchstone.rp.store.DatabaseKind;
import dev.touchstone.rp.store.DatabaseLocation;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A relying party whose mail lands in a folder, and a person who reads it. */
public final class FactorScene implements AutoCloseable {

  public static final EmailAddress ADA = EmailAddress.parse("ada@example.org");
  public static final Caller HOME = new Caller("", "192.0.2.1", "browser");

  private static final Pattern CODE = Pattern.compile("(?m)^    ([0-9 ]+)$");

  public final MovableClock clock = new MovableClock();
  public final RelyingParty rp;

  public FactorScene(Path folder, DatabaseKind kind) throws Exception {
    DatabaseLocation database = kind.empty(folder);
    rp =
        RelyingParty.open(
            Settings.standard(
                    database,
                    new KeyPlace.Outside(new KeyFile(folder.resolve("secret.key"))),
                    TrustAnchors.none(),
                    clock,
                    new SecureRandom())
                .withOutbox(folder.resolve("outbox")));
  }

  public static Caller from(int number) {
    return new Caller("", "10.%d.%d.1".formatted(number / 250, number % 250), "attacker");
  }

  /** The mail that came, newest first. */
  public List<OutboxMail> mail() throws Exception {
    rp.mail().deliver();
    return rp.mail().outbox().list(100);
  }

  /** The code of the newest mail to this address, as it reads. */
  public Optional<String> code(EmailAddress to) throws Exception {
    for (OutboxMail mail : mail()) {
      Matcher matcher = CODE.matcher(mail.text().replace("\r", ""));
      if (mail.to().equals(to.value()) && matcher.find()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  public Optional<User> verify(EmailAddress email, String code, Caller caller) throws Exception {
    return rp.emailCodes().verification().finish(email, code, account(email), caller);
  }

  private static AccountText.Checked account(EmailAddress email) {
    return text(email.value()).check(LocalDate.EPOCH, new ArrayList<>());
  }

  private static AccountText text(String email) {
    return new AccountText("", "", new ProfileText("Ada", "", email, "", ""));
  }

  /** An account with a verified address. */
  public User registered(EmailAddress email) throws Exception {
    rp.emailCodes().verification().begin(email, HOME);
    return verify(email, code(email).orElseThrow(), HOME).orElseThrow();
  }

  /** An account that an operator made. */
  public User made(EmailAddress email) throws Exception {
    return rp.administration().accounts().create(text(email.value()), Role.USER, Caller.CONSOLE);
  }

  @Override
  public void close() {
    rp.close();
  }
}
