package dev.touchstone.app.ui;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.io.IOException;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

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
    find("nobody at all", 0);
    camera.take("desk-nobody");
    find("maximiliane", 1);
    camera.awaitShown("desk-person");
    camera.take("desk-long");
    lost();
    camera.awaitShown("lost-key");
    camera.take("desk-no-proof");
    camera.press("desk-leave");
    find("grace", 1);
    camera.awaitShown("desk-person");
    camera.take("desk-person");
    lost();
    camera.awaitShown("desk-code");
    camera.with("desk-code", TextField.class, field -> field.setText("123456"));
    camera.press("desk-prove");
    camera.await("the refusal", () -> camera.shell().lookup("#lost-key .advice") != null);
    camera.take("desk-wrong-code");
    camera.press("desk-leave");
    losses.lostKey();
    losses.signIn("ada");
    find("dorothy", 1);
    camera.press("desk-everything");
    camera.awaitShown("desk-reason");
    camera.with(
        "desk-reason",
        TextArea.class,
        field -> field.setText("Came to the counter with her passport, and her manager knows."));
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

  private void find(String text, int many) {
    camera.with(
        "search-desk",
        TextField.class,
        field -> {
          field.setText(text);
          field.fireEvent(new ActionEvent());
        });
    camera.await(
        text,
        () ->
            camera.shell().lookup("#desk-hits") instanceof ListView<?> list
                && list.getItems().size() == many);
    camera.settle();
  }

  private void lost() {
    camera.await("the key", () -> camera.shell().lookup(".desk-lost") != null);
    camera.act(() -> {
      if (camera.shell().lookup(".desk-lost") instanceof ButtonBase button) {
        button.fire();
      }
    });
  }
}
