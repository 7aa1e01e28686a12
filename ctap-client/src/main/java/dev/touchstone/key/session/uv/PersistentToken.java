package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.NotPossible;
import dev.touchstone.key.session.Conversation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/**
 * The persistentPinUvAuthToken of a key, CTAP 2.3 §6.5.2.2: it may look at the credentials and no
 * more, but for as long as the PIN stays the same, and it opens what getInfo tells under it. A
 * secret; wiped when closed.
 */
public final class PersistentToken implements Authorization, AutoCloseable {

  private static final int BLOCK = 16;

  private final byte[] value;

  /**
   * One that was kept.
   *
   * @param value is taken over
   */
  public PersistentToken(byte[] value) {
    this.value = value;
  }

  /**
   * Asks the key for it, and the person for the PIN.
   *
   * @param reason one sentence for the person
   * @throws NotPossible if the key has none
   */
  public static PersistentToken obtain(Conversation conversation, String reason)
      throws KeyException {
    if (!conversation.info().options().persistentReadOnlyToken()) {
      throw new NotPossible(
          NotPossible.Obstacle.NOT_SUPPORTED,
          "This key gives no lasting right to look at its credentials: that came with CTAP 2.2."
              + " They can be listed with the PIN each time.");
    }
    TokenScope scope = TokenScope.management(Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY);
    return new UserVerification(conversation)
        .verified(
            scope,
            reason,
            verification ->
                switch (verification) {
                  case Verification.Token token -> new PersistentToken(token.copyValue());
                  case Verification.None _, Verification.BuiltIn _ ->
                      throw new IllegalStateException("no token where there has to be one");
                });
  }

  /** A copy, which whoever keeps it wipes. */
  public byte[] copyValue() {
    return value.clone();
  }

  /** Which key this is, for who holds its token: the same until the key is reset. */
  public Optional<Bytes> identifier(GetInfo.Reply info) {
    return info.product().encIdentifier().flatMap(told -> opened(told, "encIdentifier"));
  }

  /** Another value whenever the credentials have changed; empty where the key does not tell. */
  public Optional<Bytes> storeState(GetInfo.Reply info) {
    return info.limits().encCredStoreState().flatMap(told -> opened(told, "encCredStoreState"));
  }

  /**
   * Runs the step with it. A key that has another one by now refuses with
   * CTAP2_ERR_PIN_AUTH_INVALID, which costs no PIN try.
   */
  @Override
  public <T, E extends Exception> T run(Conversation conversation, UserVerification.Step<T, E> step)
      throws KeyException, E {
    try (Verification verification =
        new Verification.Token(KeyAgreement.protocol(conversation), value.clone())) {
      return step.run(verification);
    }
  }

  @Override
  public void close() {
    Arrays.fill(value, (byte) 0);
  }

  @Override
  public String toString() {
    return "PersistentToken[hidden]";
  }

  /** CTAP 2.3 §6.4: an initialization vector and blocks of AES-128-CBC without padding. */
  private Optional<Bytes> opened(Bytes told, String purpose) {
    byte[] bytes = told.toArray();
    if (bytes.length < 2 * BLOCK || bytes.length % BLOCK != 0) {
      return Optional.empty();
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE, key(purpose), new IvParameterSpec(Arrays.copyOf(bytes, BLOCK)));
      return Optional.of(Bytes.of(cipher.doFinal(bytes, BLOCK, bytes.length - BLOCK)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks AES or HKDF", e);
    }
  }

  private SecretKey key(String purpose) throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveKey(
            "AES",
            HKDFParameterSpec.ofExtract()
                .addSalt(new byte[2 * BLOCK])
                .addIKM(value)
                .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), BLOCK));
  }
}
