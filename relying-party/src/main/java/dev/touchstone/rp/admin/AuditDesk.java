package dev.touchstone.rp.admin;

import dev.touchstone.rp.audit.AddressSpread;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditLog.Order;
import dev.touchstone.rp.audit.AuditPage;
import dev.touchstone.rp.audit.AuditPlace;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.chain.ChainLink;
import dev.touchstone.rp.audit.chain.Chains;
import dev.touchstone.rp.audit.chain.Checkpoint;
import dev.touchstone.rp.audit.chain.CheckpointKeyring;
import dev.touchstone.rp.audit.chain.CheckpointKeys;
import dev.touchstone.rp.audit.chain.CheckpointSigner;
import dev.touchstone.rp.audit.chain.Ed25519Signer;
import dev.touchstone.rp.audit.export.CheckpointDocument;
import dev.touchstone.rp.audit.verify.ChainReport;
import dev.touchstone.rp.audit.verify.ChainWalk;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/**
 * The audit trail as those who read and keep it see it. It is read in pages, so that millions of
 * rows pass through little memory and nobody who signs in has to wait.
 */
public final class AuditDesk {

  private static final int PAGE = 2000;

  private final Store store;
  private final CheckpointKeyring keyring;
  private final InstantSource clock;

  public AuditDesk(Store store, CheckpointKeyring keyring, InstantSource clock) {
    this.store = store;
    this.keyring = keyring;
    this.clock = clock;
  }

  /** Takes rows one by one. */
  @FunctionalInterface
  public interface RowSink<E extends Exception> {
    void accept(AuditRow row) throws E;
  }

  /** Writes down something that happened outside of the relying party, such as at a key. */
  public void record(AuditEvent event) throws RelyingPartyException {
    store.write(records -> {
      records.audit().append(event);
      return event;
    });
  }

  /**
   * Rows, newest first.
   *
   * @param before only rows before this place; empty to begin with the newest
   * @param limit how many at most; fewer only if there are no more
   */
  public AuditPage list(AuditFilter filter, Optional<AuditPlace> before, int limit)
      throws RelyingPartyException {
    List<AuditRow> rows = new ArrayList<>();
    Optional<AuditPlace> next = before;
    do {
      Optional<AuditPlace> from = next;
      AuditPage page =
          store.read(records ->
              records.auditLog().page(filter, Order.NEWEST_FIRST, from, limit - rows.size()));
      rows.addAll(page.rows());
      next = page.next();
    } while (next.isPresent() && rows.size() < limit);
    return new AuditPage(rows, next);
  }

  /** Users who signed in from several addresses since then, those with the most first. */
  public List<AddressSpread> severalAddresses(Instant since, int limit)
      throws RelyingPartyException {
    return store.read(records -> records.auditLog().severalAddresses(since, limit));
  }

  /**
   * Computes every chain again.
   *
   * @param elsewhere checkpoints that were kept outside of the database
   * @param more keys that are believed beside our own
   * @param progress is told how many rows were looked at, now and then
   * @return what was found of each chain, by writer
   */
  public List<ChainReport> verify(
      List<Checkpoint> elsewhere, CheckpointKeys more, LongConsumer progress)
      throws RelyingPartyException {
    CheckpointKeys keys = keyring.signer().or(more);
    List<String> written = store.read(records -> records.chains().writers());
    TreeSet<String> writers = new TreeSet<>(written);
    elsewhere.forEach(it -> writers.add(it.writer()));
    List<ChainReport> reports = new ArrayList<>();
    long before = 0;
    for (String writer : writers) {
      ChainReport report = verify(writer, elsewhere, keys, before, progress);
      before += report.rows();
      reports.add(report);
    }
    return reports;
  }

  private ChainReport verify(
      String writer,
      List<Checkpoint> elsewhere,
      CheckpointKeys keys,
      long before,
      LongConsumer progress)
      throws RelyingPartyException {
    List<Checkpoint> known =
        new ArrayList<>(store.read(records -> records.chains().checkpoints(writer)));
    elsewhere.stream().filter(it -> it.writer().equals(writer)).forEach(known::add);
    ChainWalk walk = new ChainWalk(writer, known, keys);
    long last = 0;
    long seen = before;
    List<AuditRow> rows;
    do {
      long after = last;
      rows = store.read(records -> records.chains().rows(writer, after, PAGE));
      rows.forEach(walk::accept);
      last = rows.isEmpty() ? last : rows.getLast().seq();
      seen += rows.size();
      progress.accept(seen);
    } while (!rows.isEmpty());
    return walk.report();
  }

  /**
   * Signs the end of every chain that has gone on since it was signed last.
   *
   * @return the last checkpoint of every chain, older ones included
   */
  public CheckpointDocument checkpoint() throws RelyingPartyException {
    Ed25519Signer signer = keyring.signer();
    List<Checkpoint> checkpoints =
        store.write(records -> {
          List<Checkpoint> last = new ArrayList<>();
          for (String writer : records.chains().writers()) {
            signed(writer, records.chains(), signer).ifPresent(last::add);
          }
          return last;
        });
    return new CheckpointDocument(checkpoints, signer.publicKey());
  }

  private Optional<Checkpoint> signed(String writer, Chains chains, CheckpointSigner signer) {
    Optional<Checkpoint> latest =
        chains.checkpoints(writer).stream()
            .filter(it -> it.kind() == Checkpoint.Kind.SIGNED)
            .reduce((_, later) -> later);
    Optional<ChainLink> end = chains.end(writer);
    if (end.isEmpty() || latest.map(it -> it.seq() >= end.get().seq()).orElse(false)) {
      return latest;
    }
    Checkpoint fresh = Checkpoint.sign(end.get(), Checkpoint.Kind.SIGNED, clock.instant(), signer);
    chains.add(fresh);
    return Optional.of(fresh);
  }

  /**
   * Hands out rows, oldest first. That it was done is a row too, which is written before the first
   * one is handed out.
   *
   * @param where to where they go, for that row
   * @return how many
   */
  public <E extends Exception> long export(
      AuditFilter filter, Caller caller, String where, RowSink<E> sink)
      throws RelyingPartyException, E {
    Instant now = clock.instant();
    record(
        AuditEvent.succeeded(now, AuditEvents.EXPORT, caller, "")
            .with("what", "audit trail")
            .with("where", where));
    Optional<AuditPlace> next = Optional.empty();
    long count = 0;
    do {
      Optional<AuditPlace> from = next;
      AuditPage page =
          store.read(records -> records.auditLog().page(filter, Order.OLDEST_FIRST, from, PAGE));
      for (AuditRow row : page.rows()) {
        sink.accept(row);
      }
      count += page.rows().size();
      next = page.next();
    } while (next.isPresent());
    return count;
  }
}
