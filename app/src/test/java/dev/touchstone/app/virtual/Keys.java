package dev.touchstone.app.virtual;

import com.yubico.yubikit.core.fido.CtapException;
import com.yubico.yubikit.core.fido.FidoConnection;
import com.yubico.yubikit.fido.ctap.ClientPin;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import com.yubico.yubikit.fido.ctap.PinUvAuthProtocolV2;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.touch.TouchSensor;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Keys for tests to plug in. */
public final class Keys {

  private Keys() {}

  /** A key that touches itself. */
  public static VirtualKey touched(KeyModel model) throws IOException {
    return with(model, TouchSensor.automatic());
  }

  /** A key whose light the test watches. */
  public static VirtualKey with(KeyModel model, TouchSensor touch) throws IOException {
    return VirtualKey.open(
        model,
        Laboratory.forgetful(InstantSource.system(), new SecureRandom()),
        Surroundings.forgetful().with(touch));
  }

  /** Gives a key its first PIN, by yubikit's own client. */
  public static void setPin(VirtualKey key, String pin) throws Exception {
    try (FidoConnection connection = new PluggedKey("setup", key).connect()) {
      Ctap2Session session = new Ctap2Session(connection);
      new ClientPin(session, new PinUvAuthProtocolV2()).setPin(pin.toCharArray());
    }
  }

  /** Gives a key a wrong PIN, once. */
  public static void loseATry(VirtualKey key) throws Exception {
    try (FidoConnection connection = new PluggedKey("setup", key).connect()) {
      ClientPin pin = new ClientPin(new Ctap2Session(connection), new PinUvAuthProtocolV2());
      try {
        var _ = pin.getPinToken("000000".toCharArray(), ClientPin.PIN_PERMISSION_GA, "a.example");
        throw new AssertionError("000000 is the PIN of no test");
      } catch (CtapException e) {
        // that was the point
      }
    }
  }
}
