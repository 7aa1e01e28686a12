package dev.touchstone.key.webauthn;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.uv.Verification;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.util.Optional;

/**
 * Under which name the credentials of a sign-in are looked for.
 *
 * @param rpId the RP ID, or the AppID of the time before
 * @param appIdUsed the answer of the extension appid; empty where it was not asked for
 */
record Scope(String rpId, Optional<Boolean> appIdUsed) {

  /** WebAuthn Level 3 §10.1.1: the AppID only counts when there is nothing under the RP ID. */
  static Scope of(
      RequestOptions options, String rpId, Optional<String> appId, Conversation conversation)
      throws KeyException {
    if (appId.isEmpty()) {
      return new Scope(rpId, Optional.empty());
    }
    CredentialSearch search = new CredentialSearch(conversation);
    boolean legacy = !holds(search, rpId, options) && holds(search, appId.get(), options);
    return new Scope(legacy ? appId.get() : rpId, Optional.of(legacy));
  }

  private static boolean holds(CredentialSearch search, String name, RequestOptions options)
      throws KeyException {
    return search
        .find(name, search.possible(options.allowCredentials()), new Verification.None())
        .isPresent();
  }
}
