package dev.touchstone.key.ctap.yubikit;

import com.yubico.yubikit.core.application.CommandState;
import dev.touchstone.key.ctap.Authenticator;
import dev.touchstone.key.ctap.AuthenticatorConfig;
import dev.touchstone.key.ctap.BioEnrollment;
import dev.touchstone.key.ctap.ClientPin;
import dev.touchstone.key.ctap.CredentialManagement;
import dev.touchstone.key.ctap.CtapCommand;
import dev.touchstone.key.ctap.GetAssertion;
import dev.touchstone.key.ctap.GetInfo;
import dev.touchstone.key.ctap.GetNextAssertion;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyOptions;
import dev.touchstone.key.ctap.LargeBlobs;
import dev.touchstone.key.ctap.MakeCredential;
import dev.touchstone.key.ctap.Reset;
import dev.touchstone.key.ctap.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A key that speaks U2F only, behind the same commands, CTAP 2.3 §7 Interoperating with CTAP1/U2F
 * authenticators. What U2F cannot do is refused with the status that a CTAP2 key would give.
 */
final class U2fAuthenticator implements Authenticator {

  private static final int INVALID_COMMAND = 0x01;

  private final Line line;

  U2fAuthenticator(Line line) {
    this.line = line;
  }

  @Override
  @SuppressWarnings("unchecked") // each command is sealed together with the type of its reply
  public <R> R send(CtapCommand<R> command, CommandState state) throws KeyException {
    U2fMessages messages = new U2fMessages(line, state);
    return (R)
        switch (command) {
          case GetInfo _ -> info(line.transport());
          case MakeCredential make -> new U2fRegistration(messages).run(make);
          case GetAssertion get -> new U2fAuthentication(messages).run(get);
          case GetNextAssertion _,
              ClientPin<?> _,
              Selection _,
              Reset _,
              LargeBlobs<?> _,
              AuthenticatorConfig _,
              BioEnrollment<?> _,
              CredentialManagement<?> _ ->
              throw new KeyRefused(INVALID_COMMAND);
        };
  }

  @Override
  public boolean canWink() {
    return line.canWink();
  }

  @Override
  public void wink() throws KeyException {
    line.wink();
  }

  @Override
  public void close() {
    line.close();
  }

  /** U2F has a length byte for the key handle, and no list to be too long. */
  private static GetInfo.Reply info(String transport) {
    return new GetInfo.Reply(
        List.of(GetInfo.U2F_V2),
        List.of(),
        new UUID(0, 0),
        new KeyOptions(Map.of()),
        new GetInfo.Product(
            List.of(transport),
            List.of(U2fRegistration.ES256),
            OptionalLong.empty(),
            Map.of(),
            List.of("fido-u2f"),
            Optional.empty()),
        new GetInfo.Limits(
            1024,
            OptionalInt.of(Integer.MAX_VALUE),
            OptionalInt.of(255),
            0,
            0,
            OptionalInt.empty(),
            Optional.empty()),
        new GetInfo.PinPolicy(List.of(), false, 4, 0, Optional.empty(), Optional.empty(), 63),
        new GetInfo.BuiltInVerification(
            OptionalInt.empty(), OptionalLong.empty(), OptionalInt.empty()),
        new GetInfo.Administration(List.of(), Optional.empty(), List.of(), Optional.empty()),
        GetInfo.Raw.NONE);
  }
}
