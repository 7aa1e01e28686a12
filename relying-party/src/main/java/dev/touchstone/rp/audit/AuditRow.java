package dev.touchstone.rp.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.rp.account.Bytes;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of the trail exactly as it is stored, so that its hash can be computed again. It may have
 * been tampered with: nothing here assumes that a text has any of the forms that we write.
 *
 * @param writer whose chain it is part of
 * @param seq 1, 2, 3, … in that chain
 * @param at milliseconds since 1970-01-01T00:00:00Z
 * @param event such as {@code sign-in.complete}
 * @param outcome {@code succeeded}, {@code refused} or {@code failed}
 * @param actor who
 * @param subject for whom; empty if for nobody
 * @param credential id, base64url; empty if none
 * @param address from where; empty for this computer's console
 * @param agent what the caller's program calls itself
 * @param reason why it was refused or failed
 * @param detail a JSON object of texts, its members sorted by name
 * @param hash over all of it and the hash of the row before, see {@code chain.RowHash}
 */
public record AuditRow(
    String writer,
    long seq,
    long at,
    String event,
    String outcome,
    String actor,
    String subject,
    String credential,
    String address,
    String agent,
    String reason,
    String detail,
    Bytes hash) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
  private static final String NO_DETAIL = "{}";
  private static final Bytes NOT_YET = Bytes.of(new byte[0]);

  /** The row that tells of this event; its hash is yet to be computed. */
  public static AuditRow of(String writer, long seq, AuditEvent event) {
    return new AuditRow(
        writer,
        seq,
        event.at().toEpochMilli(),
        event.event(),
        event.outcome().word(),
        StoredText.of(event.caller().actor(), StoredText.NAME),
        StoredText.of(event.subject(), StoredText.NAME),
        StoredText.of(event.credential(), StoredText.ID),
        StoredText.of(event.caller().address(), StoredText.NAME),
        StoredText.of(event.caller().agent(), StoredText.NAME),
        StoredText.of(event.reason(), StoredText.SENTENCES),
        json(event.detail()),
        NOT_YET);
  }

  /** The same row with its hash. */
  public AuditRow with(Bytes computed) {
    return new AuditRow(
        writer,
        seq,
        at,
        event,
        outcome,
        actor,
        subject,
        credential,
        address,
        agent,
        reason,
        detail,
        computed);
  }

  /** The same row in another place of the chain. */
  public AuditRow numbered(long other) {
    return new AuditRow(
        writer,
        other,
        at,
        event,
        outcome,
        actor,
        subject,
        credential,
        address,
        agent,
        reason,
        detail,
        hash);
  }

  public Instant when() {
    return Instant.ofEpochMilli(at);
  }

  /** The further facts by name; empty if the text is not what we write. */
  public Map<String, String> facts() {
    if (detail.equals(NO_DETAIL)) {
      return Map.of();
    }
    try {
      return MAPPER.readValue(detail, TEXTS);
    } catch (JsonProcessingException e) {
      return Map.of();
    }
  }

  private static String json(Map<String, String> detail) {
    if (detail.isEmpty()) {
      return NO_DETAIL;
    }
    Map<String, String> sorted = new TreeMap<>();
    detail.forEach((name, value) -> sorted.put(name, StoredText.of(value, StoredText.SENTENCES)));
    try {
      return MAPPER.writeValueAsString(sorted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts can always be written as JSON", e);
    }
  }
}
