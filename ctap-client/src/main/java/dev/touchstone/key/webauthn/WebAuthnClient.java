package dev.touchstone.key.webauthn;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.largeblob.BlobCipher;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Conversation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.webauthn.extension.Extensions;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.option.CreationOptions;
import dev.touchstone.key.webauthn.option.RequestOptions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;

/**
 * What {@code navigator.credentials} is in a browser, for one key that was chosen before. Calls
 * block for as long as the person takes, the options allow and nobody cancels. May be shared.
 */
public final class WebAuthnClient {

  private final Alarm alarm;
  private final Extensions extensions;

  /**
   * A client.
   *
   * @param random for the nonces of large blobs
   * @param alarm keeps the timeout that the options ask for
   */
  public WebAuthnClient(SecureRandom random, Alarm alarm) {
    this.alarm = alarm;
    this.extensions = new Extensions(new BlobCipher(random));
  }

  /** As the program uses it. */
  public static WebAuthnClient standard() {
    return new WebAuthnClient(new SecureRandom(), Alarm.system());
  }

  /**
   * Makes a credential, WebAuthn Level 3 §5.1.3.
   *
   * @param creationOptionsJson a PublicKeyCredentialCreationOptionsJSON, §5.1.9
   * @param origin such as {@code https://login.example.com}
   * @return a RegistrationResponseJSON, §5.1.8.1
   * @throws KeyException if the key refuses, cannot be reached, or we stop
   * @throws WebAuthnException if the options, the origin and the key do not go together
   */
  public String register(
      String creationOptionsJson,
      String origin,
      KeySession session,
      Interaction interaction,
      Cancellation cancel)
      throws KeyException, WebAuthnException {
    CreationOptions options = CreationOptions.parse(creationOptionsJson);
    Origin from = Origin.parse(origin);
    String rpId = RpId.forOrigin(options.rpId(), from);
    Optional<String> appIdExclude = AppId.read(options.extensions().member("appidExclude"), from);
    ClientData clientData = ClientData.of(ClientData.Type.CREATE, options.challenge(), from);
    return within(
        options.timeout(),
        cancel,
        stop ->
            new RegistrationCeremony(
                    options,
                    rpId,
                    appIdExclude,
                    clientData,
                    new Conversation(session, interaction, stop),
                    extensions)
                .run());
  }

  /**
   * Signs in with a credential, WebAuthn Level 3 §5.1.4.
   *
   * @param requestOptionsJson a PublicKeyCredentialRequestOptionsJSON, §5.1.10
   * @param origin such as {@code https://login.example.com}
   * @return an AuthenticationResponseJSON, §5.1.8.2
   * @throws KeyException if the key refuses, cannot be reached, or we stop
   * @throws WebAuthnException if the options, the origin and the key do not go together
   */
  public String authenticate(
      String requestOptionsJson,
      String origin,
      KeySession session,
      Interaction interaction,
      Cancellation cancel)
      throws KeyException, WebAuthnException {
    RequestOptions options = RequestOptions.parse(requestOptionsJson);
    Origin from = Origin.parse(origin);
    String rpId = RpId.forOrigin(options.rpId(), from);
    Optional<String> appId = AppId.read(options.extensions().member("appid"), from);
    ClientData clientData = ClientData.of(ClientData.Type.GET, options.challenge(), from);
    return within(
        options.timeout(),
        cancel,
        stop -> {
          Conversation conversation = new Conversation(session, interaction, stop);
          Scope scope = Scope.of(options, rpId, appId, conversation);
          return new AuthenticationCeremony(options, scope, clientData, conversation, extensions)
              .run();
        });
  }

  private interface Ceremony {
    String run(Cancellation stop) throws KeyException, WebAuthnException;
  }

  /** Stops when the person wants to, or when the time is over. */
  private String within(Duration timeout, Cancellation cancel, Ceremony ceremony)
      throws KeyException, WebAuthnException {
    Cancellation stop = new Cancellation();
    try (Cancellation.Subscription _ = cancel.onCancel(stop::cancel);
        Cancellation.Subscription _ = alarm.after(timeout, stop::expire)) {
      return ceremony.run(stop);
    }
  }
}
