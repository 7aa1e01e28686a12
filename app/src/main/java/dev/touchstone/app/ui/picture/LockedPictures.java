package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Pictures of a console whose operators have to sign in before they see anybody. */
final class LockedPictures {

  private static final List<Screen> LOCKED =
      List.of(
          Screen.ACCOUNTS,
          Screen.TRUST,
          Screen.SERVERS,
          Screen.AUDIT,
          Screen.MAIL,
          Screen.FACTORS,
          Screen.REGISTER);

  private final Camera camera;

  LockedPictures(Camera camera) {
    this.camera = camera;
  }

  void take() throws IOException {
    camera.go(Screen.HELP_DESK);
    camera.awaitShown("desk-unlock");
    camera.take("locked-help-desk");
    for (Screen screen : LOCKED) {
      camera.go(screen);
      if (screen == Screen.ACCOUNTS || screen == Screen.AUDIT || screen == Screen.MAIL) {
        camera.awaitAdvice();
      }
      camera.take("locked-" + screen.name().toLowerCase(Locale.ROOT));
    }
    camera.type("user", "ada");
    camera.press("start-register");
    camera.awaitAdvice();
    camera.take("locked-register-refused");
  }
}
