package dev.touchstone.rp.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API tokens that are stored, each with the hash of its secret. */
public interface ApiTokenRows {

  void add(ApiToken token, String digest);

  Optional<ApiToken> find(String id);

  /** The one whose secret has this hash. */
  Optional<ApiToken> withDigest(String digest);

  /** Those of an account, newest first, revoked ones too. */
  List<ApiToken> of(String userHandle);

  /** Those of all accounts, newest first. */
  List<ApiToken> all();

  void used(String id, Instant now, String address);

  /** False if it was revoked before, or is not there. */
  boolean revoke(String id, Instant now);
}
