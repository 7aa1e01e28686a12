package dev.touchstone.app.virtual;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.ClientPin.Permission;
import dev.touchstone.key.manage.DeleteKeyCredential;
import dev.touchstone.key.manage.ListKeyCredentials;
import dev.touchstone.key.manage.StoredCredential;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.session.PinRequest;
import dev.touchstone.key.session.uv.HeldVerification;
import dev.touchstone.key.session.uv.TokenScope;
import dev.touchstone.key.webauthn.WebAuthnClient;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Keys with credentials that can have a large blob, made as a website makes them. */
public final class BlobKeys {

  private BlobKeys() {}

  /** A key that touches itself, with a credential of each of them at example.com. */
  public static VirtualKey withCredentials(String pin, String... users) throws Exception {
    VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE);
    Keys.setPin(key, pin);
    try (KeySession session = session(key)) {
      for (String user : users) {
        var _ =
            WebAuthnClient.standard()
                .register(
                    """
                    {"rp":{"id":"example.com","name":"Example"},
                     "user":{"id":"%s","name":"%s","displayName":"%s"},
                     "challenge":"AAECAwQFBgcICQoLDA0ODw",
                     "pubKeyCredParams":[{"type":"public-key","alg":-7}],
                     "authenticatorSelection":
                       {"residentKey":"required","userVerification":"required"},
                     "extensions":{"largeBlob":{"support":"required"}}}
                    """
                        .formatted(
                            Base64.getUrlEncoder().encodeToString(user.getBytes(UTF_8)),
                            user,
                            user),
                    "https://example.com",
                    session,
                    new Typist(pin),
                    new Cancellation());
      }
    }
    return key;
  }

  /** Deletes the credential of that user, and leaves its large blob. */
  public static void deleteCredential(VirtualKey key, String pin, String user) throws Exception {
    try (KeySession session = session(key);
        HeldVerification held =
            new HeldVerification(
                TokenScope.management(Permission.CREDENTIAL_MANAGEMENT), "A test.")) {
      Conversation conversation = new Conversation(session, new Typist(pin), new Cancellation());
      StoredCredential gone =
          new ListKeyCredentials(conversation, held)
              .run().credentials().stream()
                  .filter(it -> it.user().name().equals(user))
                  .findFirst()
                  .orElseThrow();
      var delete = new DeleteKeyCredential(conversation, held);
      delete.apply(delete.preview(gone));
    }
  }

  private static KeySession session(VirtualKey key) throws Exception {
    return new KeyRing(List.of()).open(new PluggedKey("setup", key));
  }

  /** Types the PIN whenever it is wanted. */
  private record Typist(String pin) implements Interaction {
    @Override
    public void touchWanted() {}

    @Override
    public void touchEnded() {}

    @Override
    public Optional<Pin> pinWanted(PinRequest request) {
      return Optional.of(new Pin(pin.toCharArray()));
    }

    @Override
    public int chooseAccount(List<Account> accounts) {
      return 0;
    }
  }
}
