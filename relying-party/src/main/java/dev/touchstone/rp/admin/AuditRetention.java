package dev.touchstone.rp.admin;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.chain.ChainLink;
import dev.touchstone.rp.audit.chain.Chains;
import dev.touchstone.rp.audit.chain.Checkpoint;
import dev.touchstone.rp.audit.chain.CheckpointKeyring;
import dev.touchstone.rp.audit.chain.CheckpointSigner;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Removes rows of the trail that a policy says need not be kept. What remains of them is a signed
 * checkpoint with the hash of the last one, from which the chain goes on: it can be verified at any
 * moment, also when the work is stopped half-way. The last row of a chain always stays.
 */
public final class AuditRetention {

  /** So many rows at a time, so that nobody waits long. */
  private static final long BATCH = 10_000;

  private final Store store;
  private final CheckpointKeyring keyring;
  private final InstantSource clock;

  public AuditRetention(Store store, CheckpointKeyring keyring, InstantSource clock) {
    this.store = store;
    this.keyring = keyring;
    this.clock = clock;
  }

  /**
   * What goes from one chain.
   *
   * @param writer whose chain
   * @param rows how many rows
   * @param upTo the last of them
   */
  public record Removal(String writer, long rows, long upTo) {}

  /**
   * Says what {@link #remove} would remove.
   *
   * @param before rows older than this go, up to the first that is not older
   */
  public List<Removal> preview(Instant before) throws RelyingPartyException {
    return store.read(records -> {
      List<Removal> removals = new ArrayList<>();
      for (String writer : records.chains().writers()) {
        long upTo = lastToGo(records.chains(), writer, before);
        long rows = upTo == 0 ? 0 : records.chains().count(writer, upTo);
        if (rows > 0) {
          removals.add(new Removal(writer, rows, upTo));
        }
      }
      return removals;
    });
  }

  private static long lastToGo(Chains chains, String writer, Instant before) {
    OptionalLong kept = chains.firstSince(writer, before);
    long end = chains.end(writer).map(ChainLink::seq).orElse(0L);
    return kept.orElse(end) - 1;
  }

  /**
   * Removes what is older.
   *
   * @return what was removed
   */
  public List<Removal> remove(Instant before, Caller caller) throws RelyingPartyException {
    CheckpointSigner signer = keyring.signer();
    List<Removal> done = new ArrayList<>();
    for (Removal planned : preview(before)) {
      done.add(remove(planned, before, caller, signer));
    }
    return done;
  }

  private Removal remove(Removal planned, Instant before, Caller caller, CheckpointSigner signer)
      throws RelyingPartyException {
    AuditEvent event =
        AuditEvent.succeeded(clock.instant(), AuditEvents.AUDIT_RETAIN, caller, "")
            .with("writer", planned.writer())
            .with("older_than", before.toString())
            .with("rows", "" + planned.rows())
            .with("up_to", "" + planned.upTo());
    store.write(records -> {
      records.audit().append(event);
      return event;
    });
    long removed = 0;
    long next = planned.upTo() - planned.rows();
    while (next < planned.upTo()) {
      long upTo = Math.min(next + BATCH, planned.upTo());
      removed +=
          store.write(records ->
              removeBatch(records.chains(), planned.writer(), upTo, clock.instant(), signer));
      next = upTo;
    }
    return new Removal(planned.writer(), removed, planned.upTo());
  }

  private static long removeBatch(
      Chains chains, String writer, long upTo, Instant now, CheckpointSigner signer) {
    List<AuditRow> last = chains.rows(writer, upTo - 1, 1);
    if (last.isEmpty() || last.getFirst().seq() != upTo) {
      return 0; // somebody else removed it in the meantime
    }
    Bytes hash = last.getFirst().hash();
    ChainLink link = new ChainLink(writer, upTo, hash);
    chains.add(Checkpoint.sign(link, Checkpoint.Kind.RETAINED, now, signer));
    return chains.remove(writer, upTo);
  }
}
