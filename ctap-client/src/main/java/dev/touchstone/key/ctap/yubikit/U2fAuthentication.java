package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.fido.ctap.Ctap1Session;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import java.nio.ByteBuffer;
import java.util.Optional;

/** CTAP 2.3 §7.2: authenticatorGetAssertion by U2F_AUTHENTICATE. */
final class U2fAuthentication {

  private static final int NO_CREDENTIALS = 0x2E;
  private static final int UNSUPPORTED_OPTION = 0x2B;

  private final U2fMessages messages;

  U2fAuthentication(U2fMessages messages) {
    this.messages = messages;
  }

  GetAssertion.Reply run(GetAssertion command) throws KeyException {
    if (command.userVerification() || command.pinUvAuth().isPresent()) {
      throw new KeyRefused(UNSUPPORTED_OPTION);
    }
    byte[] application = U2fMessages.application(command.rpId());
    for (CredentialId allowed : command.allowList()) {
      if (messages.knows(application, allowed.bytes().toArray())) {
        return command.userPresence()
            ? sign(command.clientDataHash().toArray(), application, allowed)
            : assertion(allowed, application, (byte) 0, 0, new byte[0]);
      }
    }
    throw new KeyRefused(NO_CREDENTIALS);
  }

  private GetAssertion.Reply sign(byte[] challenge, byte[] application, CredentialId credential)
      throws KeyException {
    byte[] answer =
        messages.sendUntilTouched(
            U2fMessages.AUTHENTICATE,
            U2fMessages.ENFORCE_USER_PRESENCE,
            U2fMessages.authentication(challenge, application, credential.bytes().toArray()));
    try {
      Ctap1Session.SignatureData data = new Ctap1Session.SignatureData(answer);
      return assertion(
          credential, application, data.getUserPresence(), data.getCounter(), data.getSignature());
    } catch (IllegalArgumentException e) {
      throw new ReplyGarbled("The key's U2F signature cannot be read.", e);
    }
  }

  /** §7.2: the flags are those of U2F, the rest of the authenticator data follows. */
  private static GetAssertion.Reply assertion(
      CredentialId credential, byte[] application, byte flags, int counter, byte[] signature)
      throws ReplyGarbled {
    byte[] authenticatorData =
        ByteBuffer.allocate(37).put(application).put(flags).putInt(counter).array();
    return new GetAssertion.Reply(
        Optional.of(credential),
        new AuthenticatorDataReader(Bytes.of(authenticatorData)).read(),
        Bytes.of(signature),
        Optional.empty(),
        1,
        false,
        Optional.empty());
  }
}
