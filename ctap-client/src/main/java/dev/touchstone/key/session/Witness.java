package dev.touchstone.key.session;

import com.yubico.yubikit.core.YubiKeyConnection;
import dev.touchstone.key.transport.KeyDevice;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** Somebody who looks on while a key is used: at its wire, and at what the person is asked. */
@FunctionalInterface
public interface Witness {

  /** Nobody looks on. */
  Witness NOBODY = device -> new Watched(device.connect(), person -> person);

  /**
   * Opens the connection to a key and puts itself in between.
   *
   * @throws IOException as {@link KeyDevice#connect}
   */
  Watched connect(KeyDevice device) throws IOException;

  /**
   * One use of a key under somebody's eyes.
   *
   * @param connection moves packets or APDUs as the key's own does
   * @param person puts the witness between the key and the person
   */
  record Watched(YubiKeyConnection connection, UnaryOperator<Interaction> person) {}
}
