package dev.touchstone.rp.mail;

/** Carries letters. */
public interface Mailer {

  /** A way that is open for some letters, used by one thread. */
  interface Round extends AutoCloseable {

    /**
     * Hands a letter over.
     *
     * @throws MailFailed if it was not taken; the round may be used for the next letter all the
     *     same
     */
    void send(Letter letter) throws MailFailed;

    @Override
    void close();
  }

  /** Opens the way; nothing happens before the first letter. */
  Round begin();

  /** Where letters go, as a person is told: {@code smtp.example.org:587}. */
  String destination();
}
