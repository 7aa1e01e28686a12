package dev.touchstone.rp.mail.delivery;

import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.mail.MailFailed;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.MailStep;
import dev.touchstone.rp.mail.Mailer;
import dev.touchstone.rp.mail.QueuedMail;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Takes mail out of the queue, a few at a time, and hands it over. Each mail is taken by one
 * replica; if that one dies, another takes it after a while. A mail can arrive twice, when a server
 * dies after it took the mail and before it said so; never not at all, while it is of use.
 */
public final class Delivery {

  /** Few enough that little waits behind a slow server, enough that a connection is worth it. */
  private static final int BATCH = 20;

  /** Longer than a batch takes at a slow server. */
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private static final Caller POSTMAN = new Caller("mail", "", "touchstone");

  private final Store store;
  private final Post post;
  private final String who;
  private final InstantSource clock;

  /**
   * The queue in this store.
   *
   * @param who this replica, different from all others
   */
  public Delivery(Store store, Post post, String who, InstantSource clock) {
    this.store = store;
    this.post = post;
    this.who = who;
    this.clock = clock;
  }

  /**
   * What became of the mail that was due.
   *
   * @param sent a server took it
   * @param failed it was given up
   * @param waiting it will be tried again
   * @param unreachable why no mail can be sent at the moment; empty if mail can
   */
  public record Result(int sent, int failed, int waiting, Optional<String> unreachable) {
    private Result plus(QueuedMail mail) {
      return switch (mail.state()) {
        case SENT -> new Result(sent + 1, failed, waiting, unreachable);
        case WAITING -> new Result(sent, failed, waiting + 1, unreachable);
        case FAILED, WITHHELD -> new Result(sent, failed + 1, waiting, unreachable);
      };
    }

    private Result unreachable(String why) {
      return new Result(sent, failed, waiting, Optional.of(why));
    }
  }

  /**
   * Tries everything that is due.
   *
   * @param stop asked before each mail; what was taken and is not tried any more is given back
   * @throws RelyingPartyException if the store cannot be used
   */
  public Result drain(Mailer mailer, BooleanSupplier stop) throws RelyingPartyException {
    Result result = new Result(0, 0, 0, Optional.empty());
    while (result.unreachable().isEmpty() && !stop.getAsBoolean()) {
      Instant begun = clock.instant();
      List<QueuedMail> batch =
          store.write(it -> it.mail().claim(who, begun, begun.plus(CLAIM), BATCH));
      if (batch.isEmpty()) {
        return result;
      }
      try (Mailer.Round round = mailer.begin()) {
        for (QueuedMail mail : batch) {
          boolean late = clock.instant().isAfter(begun.plus(CLAIM.dividedBy(2)));
          result =
              late || result.unreachable().isPresent() || stop.getAsBoolean()
                  ? putBack(mail, result)
                  : attempt(round, mail, result);
        }
      }
    }
    return result;
  }

  /** The next letter would only wait for the same failure, or this replica is to end. */
  private Result putBack(QueuedMail mail, Result soFar) throws RelyingPartyException {
    settle(mail);
    return soFar.plus(mail);
  }

  private Result attempt(Mailer.Round round, QueuedMail mail, Result soFar)
      throws RelyingPartyException {
    Instant now = clock.instant();
    if (!now.isBefore(mail.expires())) {
      String why = mail.reply().isEmpty() ? "" : " Last: " + mail.reply();
      return ended(
          mail.ended(MailState.FAILED, "It could not be sent while it was of use." + why, now),
          soFar);
    }
    try {
      round.send(post.open(mail));
      return ended(mail.ended(MailState.SENT, "", clock.instant()), soFar);
    } catch (MailFailed e) {
      String why = "%s: %s".formatted(e.step().title(), e.getMessage());
      if (e.isPermanent()) {
        return ended(mail.ended(MailState.FAILED, why, clock.instant()), soFar);
      }
      Result result = ended(mail.again(retry(mail), why), soFar);
      boolean server = e.step().compareTo(MailStep.RECIPIENT) < 0;
      return server ? result.unreachable(why) : result;
    } catch (SecretUnreadable | IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      return ended(mail.ended(MailState.FAILED, why, clock.instant()), soFar);
    }
  }

  private Result ended(QueuedMail mail, Result soFar) throws RelyingPartyException {
    settle(mail);
    return soFar.plus(mail);
  }

  private Instant retry(QueuedMail mail) {
    return clock.instant().plus(BackOff.after(mail.attempts() + 1));
  }

  private void settle(QueuedMail mail) throws RelyingPartyException {
    store.write(records -> {
      boolean ours = records.mail().settle(who, mail);
      if (ours && mail.state() == MailState.FAILED) {
        records
            .audit()
            .append(
                AuditEvent.failed(clock.instant(), AuditEvents.MAIL_SEND, POSTMAN, "", mail.reply())
                    .with("mail", mail.id())
                    .with("kind", mail.kind()));
      }
      return ours;
    });
  }
}
