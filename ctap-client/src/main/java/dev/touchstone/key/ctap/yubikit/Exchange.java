package dev.touchstone.key.ctap.yubikit;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.BioEnrollment;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.CredentialManagement;
import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.GetNextAssertion;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.Reset;
import dev.touchstone.key.ctap.Selection;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * How one command goes over the wire, CTAP 2.3 §8: its code, its parameters, and how to read the
 * reply.
 *
 * @param <R> the command's reply
 */
record Exchange<R>(int code, Optional<CBORObject> parameters, ReplyReader<R> reader) {

  /** The one CBOR encoding that keys accept, CTAP 2.3 §8. */
  static final CBOREncodeOptions CANONICAL = new CBOREncodeOptions("ctap2canonical=true");

  /** Makes a record of the map that came. */
  interface ReplyReader<R> {
    R read(ReplyMap map) throws ReplyGarbled;
  }

  @SuppressWarnings("unchecked") // each command is sealed together with the type of its reply
  static <R> Exchange<R> of(CtapCommand<R> command) {
    return (Exchange<R>)
        switch (command) {
          case MakeCredential make -> MakeCredentialExchange.of(make);
          case GetAssertion get -> GetAssertionExchange.of(get);
          case GetNextAssertion _ -> GetAssertionExchange.next();
          case GetInfo _ -> GetInfoExchange.of();
          case ClientPin<?> pin -> ClientPinExchange.of(pin);
          case Reset _ -> new Exchange<>(0x07, Optional.empty(), _ -> new Reset.Reply());
          case Selection _ -> new Exchange<>(0x0B, Optional.empty(), _ -> new Selection.Reply());
          case LargeBlobs<?> blobs -> LargeBlobsExchange.of(blobs);
          case AuthenticatorConfig config -> AuthenticatorConfigExchange.of(config);
          case BioEnrollment<?> fingers -> BioEnrollmentExchange.of(fingers);
          case CredentialManagement<?> credentials -> CredentialManagementExchange.of(credentials);
        };
  }

  /**
   * The message: the code, then the parameters.
   *
   * @param code under which the key knows the command
   */
  byte[] message(int code) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(code);
    parameters.ifPresent(map -> message.writeBytes(map.EncodeToBytes(CANONICAL)));
    return message.toByteArray();
  }
}
