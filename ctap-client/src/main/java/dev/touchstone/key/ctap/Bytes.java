package dev.touchstone.key.ctap;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes that do not change, equal by content. Prints nothing but how many there are, because they
 * may be secret.
 */
public final class Bytes {

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of the array's present content. */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** A copy. */
  public byte[] toArray() {
    return content.clone();
  }

  public int length() {
    return content.length;
  }

  /** As W3C JSON has it: base64url without padding. */
  public String base64Url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }

  public Bytes sha256() {
    try {
      return new Bytes(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "[" + content.length + " bytes]";
  }
}
