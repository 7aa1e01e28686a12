package dev.touchstone.app.jwt;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Optional;

/** What tokens are signed with, or verified. */
public sealed interface JwtKey {

  /** {@code kid}; may be empty. */
  String id();

  /** What the key itself says that it is for ({@code alg}); empty if nothing. */
  Optional<String> algorithm();

  /**
   * Shared by both sides.
   *
   * @param bytes any number of them
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  record Secret(String id, Optional<String> algorithm, byte[] bytes) implements JwtKey {
    @Override
    public String toString() {
      return "Secret " + id;
    }
  }

  /** To verify with. */
  record Public(String id, Optional<String> algorithm, PublicKey key) implements JwtKey {
    @Override
    public String toString() {
      return "Public " + id;
    }
  }

  /** To sign with. */
  record Private(String id, Optional<String> algorithm, PrivateKey key) implements JwtKey {
    @Override
    public String toString() {
      return "Private " + id;
    }
  }
}
