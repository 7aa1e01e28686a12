package dev.touchstone.rp.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** Bytes that do not change, and the ways in which WebAuthn writes them. */
public final class Bytes {

  private final byte[] value;

  private Bytes(byte[] value) {
    this.value = value;
  }

  /** A copy of these bytes. */
  public static Bytes of(byte[] value) {
    return new Bytes(value.clone());
  }

  /** The UTF-8 bytes of this text. */
  public static Bytes ofUtf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads base64url; padding is tolerated.
   *
   * @throws IllegalArgumentException if it is not base64url
   */
  public static Bytes ofBase64Url(String text) {
    return new Bytes(Base64.getUrlDecoder().decode(text));
  }

  /**
   * Reads hex.
   *
   * @throws IllegalArgumentException if it is not hex
   */
  public static Bytes ofHex(String text) {
    return new Bytes(HexFormat.of().parseHex(text));
  }

  /** A copy. */
  public byte[] toArray() {
    return value.clone();
  }

  public int length() {
    return value.length;
  }

  /** The byte at this place, 0 to 255. */
  public int at(int index) {
    return Byte.toUnsignedInt(value[index]);
  }

  /**
   * The bytes from {@code from} up to but without {@code to}.
   *
   * @throws IndexOutOfBoundsException if there are not so many
   */
  public Bytes slice(int from, int to) {
    if (from < 0 || to > value.length || from > to) {
      throw new IndexOutOfBoundsException("bytes %d to %d of %d".formatted(from, to, length()));
    }
    return new Bytes(Arrays.copyOfRange(value, from, to));
  }

  /** These bytes and then those. */
  public Bytes plus(Bytes more) {
    byte[] both = Arrays.copyOf(value, value.length + more.value.length);
    System.arraycopy(more.value, 0, both, value.length, more.value.length);
    return new Bytes(both);
  }

  public Bytes sha256() {
    try {
      return new Bytes(MessageDigest.getInstance("SHA-256").digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Without padding, as WebAuthn writes it. */
  public String base64Url() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  /** Lower case. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /** As UTF-8, with U+FFFD where it is none. */
  public String utf8() {
    return StandardCharsets.UTF_8.decode(ByteBuffer.wrap(value)).toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && MessageDigest.isEqual(value, bytes.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /** Base64url. */
  @Override
  public String toString() {
    return base64Url();
  }
}
