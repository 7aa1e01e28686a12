package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.io.IOException;
import java.util.Optional;

/** Pictures of the help desk: somebody is found, a key is lost, everything is lost. */
final class DeskPictures {

  private final PictureWorld world;
  private final Camera camera;

  DeskPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException, Failure {
    LossPictures losses = new LossPictures(world, camera);
    device("grace");
    losses.person();
    var _ = world.useCases().accounts().role("ada", Role.SUPPORT);
    camera.go(Screen.HELP_DESK);
    camera.awaitShown("desk-requests");
    camera.take("desk-empty");
    camera.search("search-desk", "nobody at all");
    camera.await("nobody", () -> camera.hasRows("desk-hits", 0));
    camera.take("desk-nobody");
    losses.find("maximiliane");
    camera.take("desk-long");
    camera.pressFirst("desk-lost");
    camera.awaitShown("lost-key");
    camera.take("desk-no-proof");
    camera.press("desk-leave");
    losses.find("grace");
    camera.take("desk-person");
    camera.pressFirst("desk-lost");
    camera.awaitShown("desk-code");
    camera.type("desk-code", "123456");
    camera.press("desk-prove");
    camera.await("the refusal", () -> camera.shell().lookup("#lost-key .advice") != null);
    camera.take("desk-wrong-code");
    camera.press("desk-leave");
    losses.lostKey();
    losses.signIn("ada");
    losses.find("dorothy");
    camera.press("desk-everything");
    camera.awaitShown("desk-reason");
    camera.type("desk-reason", "Came to the counter with her passport, and her manager knows.");
    camera.take("desk-reason");
    camera.press("desk-ask");
    camera.await("the news", () -> camera.shell().lookup(".panel.good") != null);
    camera.press("desk-show-requests");
    camera.awaitShown("desk-requests");
    camera.await("the request", () -> camera.shell().lookup(".desk-decline") != null);
    camera.take("desk-requests");
    losses.secondOperator();
    camera.press("desk-operator");
    camera.settle();
  }

  private void device(String name) throws Failure {
    OtpAuth told = world.useCases().totp().enable(name, Totp.USUAL, Optional.empty());
    Totp totp = told.totp();
    var _ =
        world
            .useCases()
            .totp()
            .confirm(name, totp.code(told.secret(), totp.step(world.clock().instant())));
  }
}
