package dev.touchstone.rp.secret;

import javax.crypto.SecretKey;

/**
 * A key known to nobody else.
 *
 * @param id tells it from others, and nothing of it
 * @param key 256 bits for HmacSHA256
 */
public record MacKey(String id, SecretKey key) {

  @Override
  public String toString() {
    return "MacKey " + id;
  }
}
