package dev.touchstone.app.trouble;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.webauthn.WebAuthnClient;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import java.security.SecureRandom;

/** What a website asks of a key. Nobody keeps its time: what ends is ended by the key. */
final class Website {

  private static final WebAuthnClient CLIENT =
      new WebAuthnClient(new SecureRandom(), (delay, action) -> () -> {});

  private Website() {}

  /** A third account beside the two of {@link Stock#USED}. */
  static void register(Conversation key) throws KeyException, WebAuthnException {
    var _ =
        CLIENT.register(
            """
            {"rp":{"id":"three.example","name":"Example"},
             "user":{"id":"AwMD","name":"grace","displayName":"Grace Hopper"},
             "challenge":"AAECAwQFBgcICQoLDA0ODw",
             "pubKeyCredParams":[{"type":"public-key","alg":-7}],
             "authenticatorSelection":
               {"residentKey":"required","userVerification":"required"}}
            """,
            "https://three.example",
            key.session(),
            key.interaction(),
            key.cancel());
  }

  static void signIn(Conversation key) throws KeyException, WebAuthnException {
    var _ =
        CLIENT.authenticate(
            """
            {"rpId":"one.example","challenge":"AAECAwQFBgcICQoLDA0ODw",
             "userVerification":"required"}
            """,
            "https://one.example",
            key.session(),
            key.interaction(),
            key.cancel());
  }
}
