package dev.touchstone.rp.audit.chain;

import java.security.PublicKey;
import java.util.Optional;

/** The keys whose checkpoints are believed, older ones included. */
@FunctionalInterface
public interface CheckpointKeys {

  /** The public half of this key; empty if it is none of ours. */
  Optional<PublicKey> find(String keyId);

  /** These, or else those. */
  default CheckpointKeys or(CheckpointKeys more) {
    return keyId -> find(keyId).or(() -> more.find(keyId));
  }
}
