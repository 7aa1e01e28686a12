package dev.touchstone.rp.mail;

import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail in the queue.
 *
 * @param id 128 random bits, base64url; the beginning of its Message-ID
 * @param state what became of it
 * @param kind the word of its template, such as {@code verify}
 * @param recipient an e-mail address
 * @param content the letter, encrypted; empty once it is not needed any more
 * @param created when it was put there
 * @param due not tried before
 * @param expires of no use later
 * @param attempts how often it was tried
 * @param reply what went wrong last, as one line; empty if nothing did
 * @param ended when it got its last state
 */
public record QueuedMail(
    String id,
    MailState state,
    String kind,
    String recipient,
    Bytes content,
    Instant created,
    Instant due,
    Instant expires,
    int attempts,
    String reply,
    Optional<Instant> ended) {

  /** The same, as it stands after an attempt that somebody may try again. */
  public QueuedMail again(Instant when, String why) {
    return new QueuedMail(
        id, state, kind, recipient, content, created, when, expires, attempts + 1, why, ended);
  }

  /** The same at its end: what it says is forgotten. */
  public QueuedMail ended(MailState how, String why, Instant when) {
    return new QueuedMail(
        id,
        how,
        kind,
        recipient,
        Bytes.of(new byte[0]),
        created,
        due,
        expires,
        attempts + 1,
        why,
        Optional.of(when));
  }
}
