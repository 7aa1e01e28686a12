package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBORObject;
import com.yubico.yubikit.fido.ctap.Ctap1Session;
import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.ctap.CredentialId;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.MakeCredential;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** CTAP 2.3 §7.1: authenticatorMakeCredential by U2F_REGISTER. */
final class U2fRegistration {

  static final int ES256 = -7;

  private static final int CREDENTIAL_EXCLUDED = 0x19;
  private static final int UNSUPPORTED_ALGORITHM = 0x26;
  private static final int UNSUPPORTED_OPTION = 0x2B;
  private static final byte UP_AND_ATTESTED = 0x41;

  private final U2fMessages messages;

  U2fRegistration(U2fMessages messages) {
    this.messages = messages;
  }

  MakeCredential.Reply run(MakeCredential command) throws KeyException {
    if (!command.algorithms().contains(ES256)) {
      throw new KeyRefused(UNSUPPORTED_ALGORITHM);
    }
    if (command.residentKey() || command.userVerification() || command.pinUvAuth().isPresent()) {
      throw new KeyRefused(UNSUPPORTED_OPTION);
    }
    byte[] application = U2fMessages.application(command.rp().id());
    for (CredentialId excluded : command.excludeList()) {
      if (messages.knows(application, excluded.bytes().toArray())) {
        // a person has to touch the key before it is told that it is registered already
        register(new byte[32], new byte[32]);
        throw new KeyRefused(CREDENTIAL_EXCLUDED);
      }
    }
    return reply(application, register(command.clientDataHash().toArray(), application));
  }

  private byte[] register(byte[] challenge, byte[] application) throws KeyException {
    return messages.sendUntilTouched(
        U2fMessages.REGISTER, 0, U2fMessages.registration(challenge, application));
  }

  /** §7.1: the attestation object that the key would have made. */
  private static MakeCredential.Reply reply(byte[] application, byte[] registration)
      throws ReplyGarbled {
    Ctap1Session.RegistrationData data;
    try {
      data = new Ctap1Session.RegistrationData(registration);
    } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new ReplyGarbled("The key's U2F registration cannot be read.", e);
    }
    CBORObject statement =
        CBORObject.NewMap()
            .Add("sig", data.getSignature())
            .Add("x5c", CBORObject.NewArray().Add(data.getCertificate()));
    return new MakeCredential.Reply(
        "fido-u2f",
        new AuthenticatorDataReader(Bytes.of(authenticatorData(application, data))).read(),
        Bytes.of(statement.EncodeToBytes(Exchange.CANONICAL)),
        true,
        Optional.empty());
  }

  private static byte[] authenticatorData(byte[] application, Ctap1Session.RegistrationData data) {
    byte[] point = data.getPublicKey();
    byte[] coseKey =
        CBORObject.NewMap()
            .Add(1, 2)
            .Add(3, ES256)
            .Add(-1, 1)
            .Add(-2, Arrays.copyOfRange(point, 1, 33))
            .Add(-3, Arrays.copyOfRange(point, 33, 65))
            .EncodeToBytes(Exchange.CANONICAL);
    byte[] keyHandle = data.getKeyHandle();
    return ByteBuffer.allocate(37 + 16 + 2 + keyHandle.length + coseKey.length)
        .put(application)
        .put(UP_AND_ATTESTED)
        .putInt(0)
        .put(new byte[16])
        .putShort((short) keyHandle.length)
        .put(keyHandle)
        .put(coseKey)
        .array();
  }
}
