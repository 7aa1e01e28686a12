package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialDescriptor;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.MacKey;
import dev.touchstone.rp.secret.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;

/**
 * What a stranger is shown for an account that does not exist (WebAuthn Level 3 §14.6.2): a
 * credential of which nobody has the key, the same each time for the same name, and different for
 * whoever does not know our key.
 */
public final class Decoys {

  private static final String PURPOSE = "decoy/";
  private static final int HANDLE_BYTES = 32;

  /** As long as those of keys on the market. */
  private static final int[] ID_BYTES = {32, 48, 64};

  private static final List<List<String>> TRANSPORTS =
      List.of(List.of("usb"), List.of("nfc", "usb"), List.of("hybrid", "internal"));

  private final SigningKeys keys;

  public Decoys(SigningKeys keys) {
    this.keys = keys;
  }

  /** Makes sure that there is a key: made inside of a transaction, it would be another one. */
  void prepare() throws RelyingPartyException {
    MacKey _ = keys.challengeTokens();
  }

  /** Whose credential it would be. */
  Bytes userHandle(String name) throws RelyingPartyException {
    return mac("handle/" + name).slice(0, HANDLE_BYTES);
  }

  /** What the client is told of its credential. */
  CredentialDescriptor credential(String name) throws RelyingPartyException {
    Bytes choice = mac("choice/" + name);
    Bytes id = mac("id/" + name).plus(mac("more/" + name));
    return new CredentialDescriptor(
        id.slice(0, ID_BYTES[choice.at(0) % ID_BYTES.length]).base64Url(),
        TRANSPORTS.get(choice.at(1) % TRANSPORTS.size()));
  }

  private Bytes mac(String what) throws RelyingPartyException {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(keys.challengeTokens().key());
      return Bytes.of(mac.doFinal((PURPOSE + what).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
