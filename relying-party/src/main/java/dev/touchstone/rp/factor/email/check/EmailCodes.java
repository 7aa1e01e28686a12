package dev.touchstone.rp.factor.email.check;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.factor.email.Purpose;
import dev.touchstone.rp.factor.email.StoredCode;
import dev.touchstone.rp.factor.email.check.CodeResult.Accepted;
import dev.touchstone.rp.factor.email.check.CodeResult.Refused;
import dev.touchstone.rp.factor.email.check.CodeResult.Why;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.delivery.Post;
import dev.touchstone.rp.mail.template.EditedTemplates;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.secret.MacKey;
import dev.touchstone.rp.secret.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;

/**
 * Makes codes and accepts them, within {@link CodeLimits}. All of it happens inside a transaction
 * of the caller's, for which {@link #ready} gets the keys beforehand.
 */
final class EmailCodes {

  private static final int ID_BYTES = 16;

  /** Clocks of replicas differ; a code that is younger than that is of a clock that went back. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final SigningKeys keys;
  private final Post post;
  private final CodeLimits limits;
  private final InstantSource clock;
  private final SecureRandom random;

  EmailCodes(
      SigningKeys keys, Post post, CodeLimits limits, InstantSource clock, SecureRandom random) {
    this.keys = keys;
    this.post = post;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
  }

  /** Gets the keys, which may have to be made, outside of any transaction. */
  void ready() throws RelyingPartyException {
    keys.oneTimeCodes();
    post.ready();
  }

  /**
   * What a code is for.
   *
   * @param purpose what it is good for
   * @param subject the address in lower case, and the account where there is one
   * @param address to which it is sent
   * @param known whether the request comes from where the owner is known
   * @param network from which the request comes
   */
  record Question(
      Purpose purpose, String subject, EmailAddress address, boolean known, String network) {

    /** Shared by all purposes: any code that is guessed leads into the account. */
    private String guesses(boolean ofKnown) {
      return budget("guess", ofKnown);
    }

    /** Each purpose has its own, so that nobody uses up what another one needs. */
    private String mails(boolean ofKnown) {
      return budget("mail/" + purpose.word(), ofKnown);
    }

    private String budget(String what, boolean ofKnown) {
      return "%s/%s/%s".formatted(what, ofKnown ? "known" : "strangers", address.key());
    }
  }

  /** What somebody is really sent. */
  enum Sending {
    /** A code that is good. */
    CODE,
    /** A mail without one. */
    WORDS,
    /** Nothing: nobody has that address, or may have a code. */
    NOTHING
  }

  /**
   * Sends a code, or does as much work without sending one.
   *
   * @param kind what the mail says
   * @param what whether what is stored fits the code; the work is the same
   * @return false if too many were sent already
   */
  boolean send(Records records, Question question, MailKind kind, Sending what)
      throws RelyingPartyException {
    Instant now = clock.instant();
    records.codes().forgetExpiredBefore(now.minus(CodeLimits.LONG_LIFETIME));
    records.budgets().forgetBefore(now.minus(Duration.ofDays(2)));
    if (!takeMail(records, question, now)) {
      return false;
    }
    boolean isLong = mustBeLong(records, question, now);
    String code = newCode(isLong ? CodeLimits.LONG_DIGITS : limits.digits());
    Duration lifetime = isLong ? CodeLimits.LONG_LIFETIME : CodeLimits.LIFETIME;
    Bytes digest = digest(question, what == Sending.CODE ? code : code + " fits nothing");
    records
        .codes()
        .add(
            new StoredCode(
                newId(),
                question.purpose(),
                question.subject(),
                digest,
                isLong,
                now,
                now.plus(lifetime)));
    records
        .mail()
        .add(
            post.write(
                new EditedTemplates(records.settings()),
                kind,
                question.address(),
                Map.of("code", TypedCode.grouped(code), "minutes", "" + lifetime.toMinutes()),
                lifetime,
                what == Sending.NOTHING ? MailState.WITHHELD : MailState.WAITING));
    return true;
  }

  private boolean takeMail(Records records, Question question, Instant now) {
    return (question.known()
            && records.budgets().take(question.mails(true), limits.knownMails(), 1, now))
        || records.budgets().take(question.mails(false), limits.mails(), 1, now);
  }

  /** Where somebody guesses or floods, a code comes that makes neither of any use. */
  private boolean mustBeLong(Records records, Question question, Instant now) {
    boolean known = question.known();
    int guesses = known ? limits.known() : limits.strangers();
    int left = records.budgets().left(question.guesses(known), guesses, now);
    int mails = records.budgets().left(question.mails(false), limits.mails(), now);
    long open =
        records.codes().open(question.purpose(), question.subject(), now).stream()
            .filter(it -> !it.tooLong())
            .count();
    return left < limits.tries()
        || (!known && mails < limits.mails() / 2)
        || open >= CodeLimits.OPEN_AT_ONCE;
  }

  /**
   * Judges what somebody typed, and uses the code up if it is right. What it costs is stored with
   * the caller's transaction, which therefore must not be undone for a refusal.
   */
  CodeResult check(Records records, Question question, String typed) throws RelyingPartyException {
    CodeResult found = find(records, question, typed);
    if (found instanceof Accepted) {
      useUp(records, question);
    }
    return found;
  }

  /** All that are open for this: whoever has what they wanted needs no other one. */
  void useUp(Records records, Question question) {
    records.codes().useAll(question.purpose(), question.subject(), clock.instant());
  }

  /** The same without using it up: whoever needs two codes uses both or none. */
  CodeResult find(Records records, Question question, String typed) throws RelyingPartyException {
    Instant now = clock.instant();
    String digits = TypedCode.digits(typed).orElse("");
    if (digits.isEmpty()) {
      return new Refused(Why.MALFORMED, 0);
    }
    boolean isLong = digits.length() == CodeLimits.LONG_DIGITS;
    List<StoredCode> open =
        records.codes().open(question.purpose(), question.subject(), now).stream()
            .filter(it -> it.tooLong() == isLong && it.created().isBefore(now.plus(SKEW)))
            .toList();
    if (open.isEmpty()) {
      return new Refused(Why.NONE_OPEN, 0);
    }
    List<StoredCode> candidates =
        isLong ? open : open.stream().filter(it -> mayBeTried(records, it, question)).toList();
    if (candidates.isEmpty()) {
      return new Refused(Why.TOO_MANY_HERE, 0);
    }
    if (!isLong && !takeGuess(records, question, candidates.size(), now)) {
      return new Refused(Why.TOO_MANY_TODAY, 0);
    }
    byte[] digest = digest(question, digits).toArray();
    String match = "";
    for (StoredCode candidate : candidates) {
      // all of them, so that the time tells nothing
      if (MessageDigest.isEqual(digest, candidate.digest().toArray())) {
        match = candidate.id();
      }
    }
    return !match.isEmpty() && records.codes().isOpen(match)
        ? new Accepted()
        : new Refused(Why.WRONG, candidates.size());
  }

  private boolean mayBeTried(Records records, StoredCode code, Question question) {
    return records.codes().tried(code.id(), question.network()) <= limits.tries();
  }

  /** A guess at several codes at once is as good as several guesses, and costs as much. */
  private boolean takeGuess(Records records, Question question, int cost, Instant now) {
    return (question.known()
            && records.budgets().take(question.guesses(true), limits.known(), cost, now))
        || records.budgets().take(question.guesses(false), limits.strangers(), cost, now);
  }

  private Bytes digest(Question question, String code) throws RelyingPartyException {
    MacKey key = keys.oneTimeCodes();
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.key());
      String text =
          String.join("\0", "email code", question.purpose().word(), question.subject(), code);
      return Bytes.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private String newCode(int digits) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      code.append((char) ('0' + random.nextInt(10)));
    }
    return code.toString();
  }

  private String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Bytes.of(id).base64Url();
  }
}
