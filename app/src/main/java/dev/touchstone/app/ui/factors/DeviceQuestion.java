package dev.touchstone.app.ui.factors;

import dev.touchstone.app.ui.factors.DeviceViewModel.Question;
import dev.touchstone.app.ui.kit.Confirmation;
import java.util.List;

/** Asks before a factor is lost, or a door is opened. */
final class DeviceQuestion {

  private DeviceQuestion() {}

  static Confirmation of(Question question, DeviceViewModel model) {
    return switch (question) {
      case DISABLE ->
          confirmation(
              model,
              "Forget this device?",
              "Its secret and all recovery codes are forgotten; sign-in by password and recovery"
                  + " work without them, or not at all.",
              "Forget the device");
      case NEW_RECOVERY_CODES ->
          confirmation(
              model,
              "Make new recovery codes?",
              "All codes that were made before count no more.",
              "Make new codes");
      case REMOVE_PASSWORD ->
          confirmation(
              model,
              "Take the password away?",
              "Passkeys and the device for one-time passwords stay.",
              "Take it away");
      case ALLOW_PASSWORDS ->
          confirmation(
                  model,
                  "Allow sign-in by password?",
                  "Everybody who has a password and a device for one-time passwords may sign in by"
                      + " both, at POST /auth/credentials. A phishing page can ask for both.",
                  "Allow it")
              .otherwise("Cancel");
      case FORBID_PASSWORDS ->
          confirmation(
                  model,
                  "Forbid sign-in by password?",
                  "Nobody may sign in by a password; what is stored stays.",
                  "Forbid it")
              .otherwise("Cancel");
    };
  }

  private static Confirmation confirmation(
      DeviceViewModel model, String title, String sentence, String word) {
    return new Confirmation(title, List.of(sentence), word, model::go, model::keep);
  }
}
