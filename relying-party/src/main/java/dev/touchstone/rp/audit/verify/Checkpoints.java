package dev.touchstone.rp.audit.verify;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.chain.Checkpoint;
import dev.touchstone.rp.audit.chain.CheckpointKeys;
import dev.touchstone.rp.audit.chain.Ed25519Signer;
import dev.touchstone.rp.audit.verify.ChainFinding.Kind;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The genuine checkpoints of one chain, taken one by one as the walk comes to their rows. */
final class Checkpoints {

  private final Findings findings;
  private final Deque<Checkpoint> ahead = new ArrayDeque<>();
  private Optional<Checkpoint> retained = Optional.empty();
  private long agreeing;
  private long signedUpTo;
  private Optional<Instant> signedAt = Optional.empty();

  Checkpoints(List<Checkpoint> all, CheckpointKeys keys, Findings findings) {
    this.findings = findings;
    all.stream()
        .distinct()
        .sorted(Comparator.comparingLong(Checkpoint::seq))
        .filter(it -> genuine(it, keys))
        .forEach(this::sort);
  }

  private void sort(Checkpoint checkpoint) {
    switch (checkpoint.kind()) {
      case SIGNED -> ahead.add(checkpoint);
      case RETAINED -> retained = Optional.of(checkpoint);
    }
  }

  private boolean genuine(Checkpoint it, CheckpointKeys keys) {
    Optional<PublicKey> key = keys.find(it.keyId());
    if (key.isEmpty()) {
      findings.add(
          of(
              it,
              Kind.CHECKPOINT_OF_UNKNOWN_KEY,
              "The checkpoint at row %d is signed by a key that is not known here, %s; it proves nothing."
                  .formatted(it.seq(), it.keyId())));
      return false;
    }
    boolean genuine = Ed25519Signer.verifies(key.get(), it.message(), it.signature());
    if (!genuine) {
      findings.add(
          of(
              it,
              Kind.CHECKPOINT_FORGED,
              "The checkpoint at row %d is not signed by the key that it names: it was changed or forged."
                  .formatted(it.seq())));
    }
    return genuine;
  }

  /** The last one that speaks for removed rows. */
  Optional<Checkpoint> retained() {
    return retained;
  }

  /** Rows up to this one were removed by policy: what was signed of them cannot be compared. */
  void beginBehind(long seq) {
    while (!ahead.isEmpty() && ahead.getFirst().seq() <= seq) {
      ahead.removeFirst();
    }
  }

  /** The walk came to this row. */
  void passed(long seq, Bytes hash) {
    while (!ahead.isEmpty() && ahead.getFirst().seq() <= seq) {
      Checkpoint checkpoint = ahead.removeFirst();
      if (checkpoint.seq() < seq) {
        continue; // its row is missing, which was told
      }
      if (checkpoint.hash().equals(hash)) {
        agreeing++;
        signedUpTo = seq;
        signedAt = Optional.of(checkpoint.at());
      } else {
        findings.add(
            new ChainFinding(
                Kind.REWRITTEN,
                signedUpTo + 1,
                seq,
                "Row %d is not the one that was signed on %s: it, or rows before it, were written anew."
                    .formatted(seq, checkpoint.at())));
      }
    }
  }

  /** The walk came to the end of the chain. */
  void ended(long last) {
    if (ahead.isEmpty()) {
      return;
    }
    Checkpoint furthest = ahead.getLast();
    findings.add(
        new ChainFinding(
            Kind.TAIL_REMOVED,
            last + 1,
            furthest.seq(),
            "Rows %d to %d are missing: on %s the chain was signed up to row %2$d."
                .formatted(last + 1, furthest.seq(), furthest.at())));
  }

  long agreeing() {
    return agreeing;
  }

  long signedUpTo() {
    return signedUpTo;
  }

  Optional<Instant> signedAt() {
    return signedAt;
  }

  private static ChainFinding of(Checkpoint it, Kind kind, String sentence) {
    return new ChainFinding(kind, it.seq(), it.seq(), sentence);
  }
}
