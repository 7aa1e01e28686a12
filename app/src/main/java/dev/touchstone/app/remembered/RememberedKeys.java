package dev.touchstone.app.remembered;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.GetInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that may be looked into without a PIN, in a file of the data folder under AES-256-GCM.
 * Thread-safe; of two processes that write at once, the later one wins.
 */
public final class RememberedKeys {

  private static final byte[] HEADER = {'T', 'S', 'R', 'K', 1};
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Path file;
  private final SealingKey sealingKey;
  private final SecureRandom random;

  /**
   * Touches nothing yet.
   *
   * @param data the data folder, which exists when something is written
   */
  public RememberedKeys(Path data, Keychain keychain, SecureRandom random) {
    this.file = data.resolve("remembered-keys");
    this.sealingKey = new SealingKey(keychain, data.resolve("remembered-keys.key"), random);
    this.random = random;
  }

  /**
   * The key that told this of itself, if it is one of them; the caller closes it.
   *
   * @throws RememberedKeysException if what is remembered cannot be read
   */
  public synchronized Optional<RememberedKey> recognise(GetInfo.Reply info)
      throws RememberedKeysException {
    if (info.product().encIdentifier().isEmpty() || !Files.exists(file)) {
      return Optional.empty();
    }
    Optional<RememberedKey> known = Optional.empty();
    for (RememberedKey key : read()) {
      boolean same = key.token().identifier(info).equals(Optional.of(key.identifier()));
      if (same && known.isEmpty()) {
        known = Optional.of(key);
      } else {
        key.close();
      }
    }
    return known;
  }

  /**
   * Keeps it in the place of what was remembered of the same key.
   *
   * @throws RememberedKeysException if it cannot be kept
   */
  public synchronized void remember(RememberedKey key) throws RememberedKeysException {
    List<RememberedKey> all = Files.exists(file) ? read() : new ArrayList<>();
    try {
      List<RememberedKey> kept = new ArrayList<>(all);
      kept.removeIf(it -> it.identifier().equals(key.identifier()));
      kept.add(key);
      write(kept);
    } finally {
      all.forEach(RememberedKey::close);
    }
  }

  /**
   * Notes that its credentials were listed.
   *
   * @param state what the key tells of them now
   * @throws RememberedKeysException if that cannot be kept
   */
  public void looked(RememberedKey key, Instant when, Optional<Bytes> state)
      throws RememberedKeysException {
    remember(key.looked(when, state));
  }

  /**
   * Forgets one.
   *
   * @throws RememberedKeysException if that cannot be kept
   */
  public synchronized void forget(RememberedKey key) throws RememberedKeysException {
    List<RememberedKey> all = Files.exists(file) ? read() : new ArrayList<>();
    try {
      List<RememberedKey> kept = new ArrayList<>(all);
      kept.removeIf(it -> it.identifier().equals(key.identifier()));
      if (kept.isEmpty()) {
        forgetAll();
      } else {
        write(kept);
      }
    } finally {
      all.forEach(RememberedKey::close);
    }
  }

  /**
   * Forgets all of them, and the key under which they were kept; also where they cannot be read any
   * more.
   *
   * @throws RememberedKeysException if a file cannot be deleted
   */
  public synchronized void forgetAll() throws RememberedKeysException {
    try {
      Files.deleteIfExists(file);
      sealingKey.delete();
    } catch (IOException e) {
      throw new RememberedKeysException(
          "What is remembered of keys cannot be deleted from %s; check that you may write there."
              .formatted(file.getParent()),
          e);
    }
  }

  /**
   * All of them, which the caller closes.
   *
   * @throws RememberedKeysException if what is remembered cannot be read
   */
  public synchronized List<RememberedKey> all() throws RememberedKeysException {
    return Files.exists(file) ? read() : List.of();
  }

  private List<RememberedKey> read() throws RememberedKeysException {
    try {
      byte[] sealed = Files.readAllBytes(file);
      byte[] key =
          sealingKey
              .find()
              .orElseThrow(() ->
                  new RememberedKeysException(
                      "What is remembered of keys is locked: the desktop's keychain does not give its"
                          + " key; unlock the keychain, or let it be forgotten with 'touchstone"
                          + " credentials forget --all'."));
      byte[] plain = new byte[0];
      try {
        plain = opened(sealed, key);
        return new ArrayList<>(RememberedKeysCodec.decode(plain));
      } finally {
        Arrays.fill(key, (byte) 0);
        Arrays.fill(plain, (byte) 0);
      }
    } catch (NoSuchFileException e) {
      return new ArrayList<>();
    } catch (IOException | GeneralSecurityException e) {
      throw new RememberedKeysException(
          "What is remembered of keys in %s cannot be read; let it be forgotten with 'touchstone credentials forget --all'."
              .formatted(file),
          e);
    }
  }

  private void write(List<RememberedKey> keys) throws RememberedKeysException {
    byte[] plain = RememberedKeysCodec.encode(keys);
    byte[] key = new byte[0];
    try {
      key = sealingKey.findOrMake();
      PrivateFile.write(file, sealed(plain, key));
    } catch (IOException | GeneralSecurityException e) {
      throw new RememberedKeysException(
          "The key cannot be remembered in %s; check that you may write there and that there is space left."
              .formatted(file),
          e);
    } finally {
      Arrays.fill(plain, (byte) 0);
      Arrays.fill(key, (byte) 0);
    }
  }

  private byte[] sealed(byte[] plain, byte[] key) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] content = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain);
    return ByteBuffer.allocate(HEADER.length + NONCE + content.length)
        .put(HEADER)
        .put(nonce)
        .put(content)
        .array();
  }

  private static byte[] opened(byte[] sealed, byte[] key) throws GeneralSecurityException {
    if (sealed.length < HEADER.length + NONCE
        || !Arrays.equals(sealed, 0, HEADER.length, HEADER, 0, HEADER.length)) {
      throw new AEADBadTagException("not the file that was written");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, HEADER.length, HEADER.length + NONCE);
    int start = HEADER.length + NONCE;
    return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed, start, sealed.length - start);
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(HEADER);
    return cipher;
  }
}
