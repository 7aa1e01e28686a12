package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.kit.PinField;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.io.IOException;

/** Pictures of factors. The secret in them is that of RFC 6238 appendix B. */
final class FactorsPictures {

  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  private final UseCases useCases;
  private final Camera camera;

  FactorsPictures(UseCases useCases, Camera camera) {
    this.useCases = useCases;
    this.camera = camera;
  }

  void take() throws IOException, Failure {
    camera.go(Screen.FACTORS);
    camera.awaitShown("send-code");
    camera.take("factors");
    byMail();
    device();
    calculator();
  }

  private void byMail() throws IOException, Failure {
    camera.type("code-email", "mary@touchstone.example");
    camera.type("code-display-name", "Mary Jackson");
    camera.press("send-code");
    camera.awaitShown("prove-code");
    camera.type("code", "0000 0000");
    camera.press("prove-code");
    camera.await("the refusal", () -> camera.shell().lookup(".advice") != null);
    camera.take("factors-code-refused");
    String code = Outbox.newestCode(useCases, "mary@touchstone.example");
    camera.type("code", code);
    camera.press("prove-code");
    camera.awaitShown("register-passkey");
    camera.take("factors-proved");
  }

  private void device() throws IOException {
    camera.press("segment-devices");
    camera.awaitShown("look-factors");
    camera.take("factors-nobody");
    camera.type("factor-user", "mary@touchstone.example");
    camera.press("look-factors");
    camera.awaitShown("enable-device");
    camera.take("factors-none");
    camera.with("device-secret", PinField.class, field -> field.replaceText(0, 0, SECRET));
    camera.press("import-device");
    camera.awaitShown("qr-code");
    camera.take("factors-qr");
    OtpAuth told = OtpAuth.parse(SECRET, Totp.USUAL);
    camera.type(
        "device-code",
        told.totp().code(told.secret(), told.totp().step(useCases.clock().instant())));
    camera.press("confirm-device");
    camera.awaitShown("recovery-codes");
    camera.take("factors-recovery-codes");
    camera.press("look-factors");
    camera.awaitShown("new-recovery-codes");
    camera.with("new-password", PinField.class, field -> field.replaceText(0, 0, "password1"));
    camera.with(
        "new-password-again", PinField.class, field -> field.replaceText(0, 0, "password1"));
    camera.press("set-password");
    camera.await("the refusal", () -> camera.shell().lookup(".advice") != null);
    camera.take("factors-device");
    camera.press("allow-passwords");
    camera.awaitShown("confirm");
    camera.take("factors-allow-passwords");
    camera.press("keep");
  }

  private void calculator() throws IOException {
    camera.press("segment-calculator");
    camera.with("calculator-secret", PinField.class, field -> field.replaceText(0, 0, SECRET));
    camera.press("compute");
    camera.awaitShown("calculated");
    camera.take("factors-calculator");
    camera.press("clear-calculator");
  }
}
