package dev.touchstone.rp.mail.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.mail.Letter;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.QueuedMail;
import dev.touchstone.rp.mail.template.EditedTemplates;
import dev.touchstone.rp.mail.template.MailKind;
import dev.touchstone.rp.secret.Seal;
import dev.touchstone.rp.secret.Seals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes letters and closes them, for the queue. What they say is encrypted as long as it waits,
 * because it holds codes.
 */
public final class Post {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ID_BYTES = 16;
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  private final String service;
  private final Seals seals;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * Letters of this service.
   *
   * @param service what people know it by
   */
  public Post(String service, Seals seals, InstantSource clock, SecureRandom random) {
    this.service = service;
    this.seals = seals;
    this.clock = clock;
    this.random = random;
  }

  /**
   * A letter that can be put into the queue, in the transaction that it belongs to. Call {@link
   * #ready} before that begins.
   *
   * @param templates those that are edited, read in that transaction
   * @param values of the placeholders, beside service and address
   * @param lifetime of no use later
   * @param state waiting, or withheld where nobody has that address
   */
  public QueuedMail write(
      EditedTemplates templates,
      MailKind kind,
      EmailAddress to,
      Map<String, String> values,
      Duration lifetime,
      MailState state)
      throws RelyingPartyException {
    Seal seal = seals.get();
    String id = newId();
    Map<String, String> all = new TreeMap<>(values);
    all.put("service", service);
    all.put("address", to.value());
    Letter letter = templates.inUse(kind).write(id, to, all);
    byte[] plain = text(letter).getBytes(StandardCharsets.UTF_8);
    Bytes content = seal.close("mail/" + id, plain);
    Arrays.fill(plain, (byte) 0);
    Instant now = clock.instant();
    boolean waits = state == MailState.WAITING;
    return new QueuedMail(
        id,
        state,
        kind.word(),
        to.value(),
        // what is withheld took as much work, and nobody is ever to read it
        waits ? content : NOTHING,
        now,
        now,
        now.plus(lifetime),
        0,
        "",
        waits ? Optional.empty() : Optional.of(now));
  }

  /**
   * Gets the key, which may have to be made, outside of any transaction.
   *
   * @throws RelyingPartyException if it cannot be had
   */
  public void ready() throws RelyingPartyException {
    Seal _ = seals.get();
  }

  /** Opens a letter again. */
  Letter open(QueuedMail mail) throws RelyingPartyException {
    byte[] plain = seals.get().open("mail/" + mail.id(), mail.content());
    try {
      JsonNode json = JSON.readTree(plain);
      return new Letter(
          mail.id(),
          EmailAddress.parse(mail.recipient()),
          json.path("subject").asText(),
          json.path("text").asText(),
          json.path("html").asText());
    } catch (IOException e) {
      throw new IllegalStateException("it was written by this class and is authentic", e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static String text(Letter letter) {
    try {
      return JSON.writeValueAsString(
          Map.of("subject", letter.subject(), "text", letter.text(), "html", letter.html()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can be written", e);
    }
  }

  /** In hex: people type it, and base64url may begin with a hyphen. */
  private String newId() {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return Bytes.of(id).hex();
  }
}
