package dev.touchstone.app.ui.picture;

import dev.touchstone.app.ui.Screen;
import java.io.IOException;

/** Pictures of the program on its first day: no key, nobody, nothing that happened. */
final class EmptyPictures {

  private final Camera camera;

  EmptyPictures(Camera camera) {
    this.camera = camera;
  }

  void take() throws IOException {
    emptyState("keys-none");
    camera.go(Screen.ACCOUNTS);
    emptyState("accounts-none");
    camera.go(Screen.HELP_DESK);
    camera.awaitShown("desk-requests");
    camera.take("desk-none");
    camera.go(Screen.TRUST);
    camera.awaitShown("trust-tabs");
    camera.take("trust-none");
    camera.tab("trust-tabs", 1);
    camera.take("trust-models-none");
    camera.go(Screen.RECORDER);
    emptyState("recorder-none");
    camera.go(Screen.AUDIT);
    emptyState("audit-none");
    camera.go(Screen.MAIL);
    emptyState("mail-none");
    camera.go(Screen.REQUESTS);
    camera.tab("request-parts", 2);
    camera.press("mint-token");
    emptyState("requests-sign-in-nowhere");
  }

  private void emptyState(String name) throws IOException {
    camera.await("an empty state", () -> camera.shell().lookup(".empty-state") != null);
    camera.take(name);
  }
}
