package dev.touchstone.key.ctap;

/** The cryptography between a PIN and a token, CTAP 2.3 §6.5.4. Stateless. */
public interface PinUvAuthProtocol {

  /** 1 or 2. */
  int version();

  /**
   * Agrees on a secret with the key, with a fresh key pair of ours.
   *
   * @throws KeyException.ReplyGarbled if the key's public key is not a point on P-256
   */
  SharedSecret encapsulate(KeyAgreementKey key) throws KeyException.ReplyGarbled;

  /**
   * Signs for a command.
   *
   * @param token a pinUvAuthToken
   */
  PinUvAuthParam authenticate(byte[] token, byte[] message);

  /** What both sides know now. Wiped by {@link #close}. */
  interface SharedSecret extends AutoCloseable {

    /** Ours, for the key to come to the same secret. */
    KeyAgreementKey platformKey();

    /** The plaintext's length is a multiple of 16. */
    byte[] encrypt(byte[] plaintext);

    /**
     * The other way round.
     *
     * @throws KeyException.ReplyGarbled if the length is not one that the key may send
     */
    byte[] decrypt(byte[] ciphertext) throws KeyException.ReplyGarbled;

    byte[] authenticate(byte[] message);

    @Override
    void close();
  }
}
