package dev.touchstone.key.overheard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the test that runs now knows to be secret. */
public final class KnownSecrets {

  /** Shorter ones are found by chance. */
  private static final int SHORTEST = 8;

  /** No key takes a shorter one, and it would be found by chance. */
  private static final int SHORTEST_PIN = 4;

  private static final Map<String, byte[]> KNOWN = new ConcurrentHashMap<>();

  private KnownSecrets() {}

  static void forget() {
    KNOWN.clear();
  }

  static Map<String, byte[]> all() {
    return Map.copyOf(KNOWN);
  }

  /** Notes some bytes, in all the forms in which they could be written down. */
  public static void add(String name, byte[] secret) {
    if (secret.length >= SHORTEST && !isBlank(secret)) {
      put(name, secret.clone());
      put(name + " in hex", HexFormat.of().formatHex(secret).getBytes(StandardCharsets.US_ASCII));
      put(
          name + " in base64url",
          Base64.getUrlEncoder().withoutPadding().encode(wholeGroups(secret)));
      put(name + " in base64", Base64.getEncoder().withoutPadding().encode(wholeGroups(secret)));
    }
  }

  /** A PIN, and what it is hashed to (CTAP 2.3 §6.5.5.6). */
  public static void addPin(String pin) {
    byte[] utf8 = pin.getBytes(StandardCharsets.UTF_8);
    if (utf8.length < SHORTEST_PIN) {
      return;
    }
    put("PIN", utf8);
    put("PIN in UTF-16", pin.getBytes(StandardCharsets.UTF_16BE));
    put("PIN in UTF-16, little end first", pin.getBytes(StandardCharsets.UTF_16LE));
    put("PIN in hex", HexFormat.of().formatHex(utf8).getBytes(StandardCharsets.US_ASCII));
    put("PIN in base64", Base64.getEncoder().encode(wholeGroups(utf8)));
    add("PIN hash", Arrays.copyOf(sha256(utf8), 16));
  }

  private static void put(String name, byte[] bytes) {
    KNOWN.put(name + " #" + Arrays.hashCode(bytes), bytes);
  }

  /** What comes after a base64 text depends on what stands behind it. */
  private static byte[] wholeGroups(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 3 * 3);
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte it : bytes) {
      if (it != bytes[0]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
