package dev.touchstone.rp.token;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What a token says that was accepted; never the token itself. */
public sealed interface Token permits AccessToken, ApiToken {

  /** By which the audit trail knows it. */
  String id();

  /** The account's id, base64url. */
  String userHandle();

  /** What it may be used for. */
  Set<Scope> scopes();

  /** Whom it is for. */
  String audience();

  /** When it was made. */
  Instant issued();

  /** When it ends. */
  Instant expires();

  /** How its owner proved who they are; empty for a token that nobody has to be there for. */
  Optional<Proof> proof();
}
