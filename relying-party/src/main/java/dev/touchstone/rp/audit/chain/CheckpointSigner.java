package dev.touchstone.rp.audit.chain;

import dev.touchstone.rp.account.Bytes;

/** Signs checkpoints with Ed25519 (RFC 8032). The private key never leaves it. */
public interface CheckpointSigner {

  /** Names the key: the SHA-256 of its public half as SubjectPublicKeyInfo, base64url. */
  String keyId();

  /** The signature, 64 bytes. */
  Bytes sign(Bytes message);
}
