package dev.touchstone.rp.secret;

import java.security.PrivateKey;
import java.security.PublicKey;

/**
 * A key pair to sign with.
 *
 * @param id tells it from others: the beginning of the SHA-256 of its public key, base64url
 */
public record SigningKey(String id, PrivateKey privateKey, PublicKey publicKey) {

  @Override
  public String toString() {
    return "SigningKey " + id;
  }
}
