package dev.touchstone.key.session.uv;

import dev.touchstone.key.ctap.PinUvAuthParam;
import dev.touchstone.key.ctap.PinUvAuthProtocol;
import java.util.Arrays;
import java.util.Optional;

/** How a command shows that the person was verified. Closed when the ceremony is over. */
public sealed interface Verification extends AutoCloseable {

  /** What goes along with the command, computed over what its section of CTAP 2.3 says. */
  Optional<PinUvAuthParam> proofOver(byte[] message);

  /** Option {@code uv} of the command. */
  boolean byTheCommandItself();

  @Override
  void close();

  /** The person was not verified. */
  record None() implements Verification {
    @Override
    public Optional<PinUvAuthParam> proofOver(byte[] message) {
      return Optional.empty();
    }

    @Override
    public boolean byTheCommandItself() {
      return false;
    }

    @Override
    public void close() {}
  }

  /** The key verifies the person by itself while it runs the command. */
  record BuiltIn() implements Verification {
    @Override
    public Optional<PinUvAuthParam> proofOver(byte[] message) {
      return Optional.empty();
    }

    @Override
    public boolean byTheCommandItself() {
      return true;
    }

    @Override
    public void close() {}
  }

  /** The person was verified, and this token of the key proves it. Wiped when closed. */
  final class Token implements Verification {
    private final PinUvAuthProtocol protocol;
    private final byte[] token;

    /** Takes over the array. */
    Token(PinUvAuthProtocol protocol, byte[] token) {
      this.protocol = protocol;
      this.token = token;
    }

    /** A copy, which the caller wipes. */
    byte[] copyValue() {
      return token.clone();
    }

    @Override
    public Optional<PinUvAuthParam> proofOver(byte[] message) {
      return Optional.of(protocol.authenticate(token, message));
    }

    @Override
    public boolean byTheCommandItself() {
      return false;
    }

    @Override
    public void close() {
      Arrays.fill(token, (byte) 0);
    }

    @Override
    public String toString() {
      return "Token[hidden]";
    }
  }
}
