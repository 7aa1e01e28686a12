package dev.touchstone.rp.token.jwt;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.Seal;
import dev.touchstone.rp.secret.Seals;
import dev.touchstone.rp.token.TokenKeyRow;
import dev.touchstone.rp.token.jwt.TokenKey.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of access tokens, the same for every replica at one store. One of each kind signs; those
 * that it followed are known until the last token that they signed is over.
 */
public final class TokenKeys {

  /** Longer than this no access token lasts. */
  public static final Duration LONGEST_TOKEN = Duration.ofHours(24);

  /** So long another replica may go on to sign by a key that was retired. */
  private static final Duration REREAD = Duration.ofSeconds(30);

  private final Store store;
  private final Seals seals;
  private final InstantSource clock;

  /** Each with its public half; what a key is does not change, so they are read once. */
  private final Map<String, TokenKey> known = new ConcurrentHashMap<>();

  private final Map<Kind, Signing> signing = new ConcurrentHashMap<>();

  private record Signing(TokenKey key, Instant read) {}

  /** Keys in this store. */
  public TokenKeys(Store store, Seals seals, InstantSource clock) {
    this.store = store;
    this.seals = seals;
    this.clock = clock;
  }

  /**
   * The one that signs, made if there is none. Cheap to ask for again; another replica's rotation
   * is noticed within half a minute.
   *
   * @throws RelyingPartyException if the store or its secrets cannot be used
   */
  public TokenKey signing(Kind kind) throws RelyingPartyException {
    Instant now = clock.instant();
    Signing last = signing.get(kind);
    if (last != null && Duration.between(last.read(), now).abs().compareTo(REREAD) < 0) {
      return last.key();
    }
    Optional<TokenKeyRow> stored = stored(kind);
    TokenKey key = stored.isPresent() ? read(stored.get()) : make(kind, now);
    signing.put(kind, new Signing(key, now));
    return key;
  }

  private Optional<TokenKeyRow> stored(Kind kind) throws RelyingPartyException {
    return list().stream()
        .filter(it -> it.retired().isEmpty() && it.algorithm().equals(kind.name()))
        .findFirst();
  }

  /** Whoever is quicker makes it, in this process or another; the others take that one. */
  private TokenKey make(Kind kind, Instant now) throws RelyingPartyException {
    TokenKey made = KeyText.made(kind);
    TokenKeyRow row = row(made, now);
    boolean first = store.write(records -> records.tokenKeys().add(row));
    return first ? made : read(stored(kind).orElseThrow(() -> gone(kind)));
  }

  private static SecretUnreadable gone(Kind kind) {
    return new SecretUnreadable(
        "The key for %s was deleted while it was made; try again.".formatted(kind));
  }

  private TokenKeyRow row(TokenKey key, Instant now) throws RelyingPartyException {
    byte[] secret = KeyText.secret(key);
    try {
      Bytes sealed = seals.get().close(sealName(key.id()), secret);
      return new TokenKeyRow(
          key.id(), key.kind().name(), sealed, now, Optional.empty(), Optional.empty());
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private TokenKey read(TokenKeyRow row) throws RelyingPartyException {
    TokenKey before = known.get(row.id());
    if (before != null) {
      return before;
    }
    Seal seal = seals.get();
    byte[] secret = seal.open(sealName(row.id()), row.secret());
    try {
      TokenKey key =
          Kind.named(row.algorithm())
              .flatMap(kind -> KeyText.read(kind, row.id(), secret))
              .orElseThrow(() -> SecretUnreadable.damaged(sealName(row.id()), null));
      known.put(row.id(), key);
      return key;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }

  private static String sealName(String id) {
    return "token-key/" + id;
  }

  /** All that are stored, newest first. */
  public List<TokenKeyRow> list() throws RelyingPartyException {
    return store.read(records -> records.tokenKeys().all());
  }

  /** Those whose tokens may be good. */
  List<TokenKey> counting() throws RelyingPartyException {
    List<TokenKey> keys = new ArrayList<>();
    for (TokenKeyRow row : list()) {
      if (row.counts(clock.instant())) {
        keys.add(read(row));
      }
    }
    return keys;
  }

  /**
   * The public halves of all whose tokens may be good, a JSON Web Key Set (RFC 7517 §5).
   *
   * @throws RelyingPartyException if the store or its secrets cannot be used
   */
  public String jwks() throws RelyingPartyException {
    List<String> keys = new ArrayList<>();
    for (TokenKey key : counting()) {
      KeyText.open(key).ifPresent(keys::add);
    }
    return "{\"keys\":[%s]}".formatted(String.join(",", keys));
  }

  /**
   * Lets a new key sign. The one before is known for another day, until its last token is over.
   *
   * @throws RelyingPartyException if the store or its secrets cannot be used
   */
  public TokenKeyRow rotate(Kind kind, Caller caller) throws RelyingPartyException {
    Instant now = clock.instant();
    TokenKey made = KeyText.made(kind);
    TokenKeyRow row = row(made, now);
    boolean added =
        store.write(records -> {
          records.tokenKeys().forgetEndedBefore(now);
          records.tokenKeys().retire(kind.name(), now, now.plus(LONGEST_TOKEN).plus(REREAD));
          boolean first = records.tokenKeys().add(row);
          if (first) {
            note(records, AuditEvents.TOKEN_KEY_ROTATE, row, caller, now);
          }
          return first;
        });
    if (!added) {
      throw new RequestInvalid("Somebody else rotated the key at the same moment; look again.");
    }
    signing.remove(kind);
    return row;
  }

  /**
   * Forgets a key at once, as for one that was stolen: no token that it signed is accepted by
   * anybody who asks this store. If it is the one that signs, another is made when it is needed.
   *
   * @return false if there is none of that id
   * @throws RelyingPartyException if the store cannot be used
   */
  public boolean delete(String id, Caller caller) throws RelyingPartyException {
    Instant now = clock.instant();
    Optional<TokenKeyRow> row = list().stream().filter(it -> it.id().equals(id)).findFirst();
    if (row.isEmpty()) {
      return false;
    }
    boolean deleted =
        store.write(records -> {
          note(records, AuditEvents.TOKEN_KEY_DELETE, row.get(), caller, now);
          return records.tokenKeys().delete(id);
        });
    known.remove(id);
    signing.clear();
    return deleted;
  }

  private static void note(
      Records records, String event, TokenKeyRow row, Caller caller, Instant now) {
    records
        .audit()
        .append(
            AuditEvent.succeeded(now, event, caller, "")
                .with("key", row.id())
                .with("algorithm", row.algorithm()));
  }
}
