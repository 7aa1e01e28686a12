package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.ui.kit.PinField;
import dev.touchstone.app.usecase.factor.ProveEmail.Typed;
import dev.touchstone.app.usecase.factor.ProveEmail.Wish;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;

/** Pictures of a lost key from the call to the new key, and of a second operator who agrees. */
final class LossPictures {

  private static final String JOAN = "joan@touchstone.example";

  private final PictureWorld world;
  private final Camera camera;

  LossPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  /** Somebody with a verified address and a key, so that a code proves who they are. */
  void person() throws Failure {
    Wish wish = new Wish.NewAccount(JOAN, "Joan Clarke");
    Optional<String> _ = world.useCases().proveEmail().begin(wish);
    var _ =
        world
            .useCases()
            .proveEmail()
            .finish(wish, new Typed(Outbox.newestCode(world.useCases(), JOAN), "", ""));
    world.touchAutomatically(true);
    People.register(world.useCases(), JOAN, "Joan Clarke", "key ring");
    world.touchAutomatically(false);
  }

  /** The flow in its three steps, after a label was changed and nothing revoked. */
  void lostKey() throws IOException, Failure {
    find("joan");
    camera.pressFirst("desk-relabel");
    camera.awaitShown("desk-new-label");
    camera.type("desk-new-label", "key ring, black");
    camera.take("desk-relabel");
    camera.press("desk-relabel-go");
    camera.await("the news", () -> camera.shell().lookup(".panel.good") != null);
    camera.pressFirst("desk-revoke");
    camera.awaitShown("confirm");
    camera.take("desk-revoke");
    camera.press("keep");
    camera.pressFirst("desk-lost");
    world.passTime(Duration.ofMinutes(2)); // so that its mail is the newest
    camera.press("desk-send-code");
    camera.await("the news", () -> camera.shell().lookup("#lost-key .panel.good") != null);
    camera.take("desk-lost-1-code");
    String code = Outbox.newestCode(world.useCases(), JOAN);
    camera.type("desk-code", code);
    camera.press("desk-prove");
    camera.awaitShown("desk-replace");
    camera.with("key", ComboBox.class, box -> box.getSelectionModel().select(1));
    camera.take("desk-lost-2-new-key");
    world.touchAutomatically(true);
    camera.press("desk-replace");
    pin();
    camera.take("desk-lost-3-replaced");
    camera.press("ceremony-change");
    world.touchAutomatically(false);
    camera.awaitShown("desk-person");
  }

  /** Another operator, with a key of their own, approves what waits. */
  void secondOperator() throws IOException {
    world.touchAutomatically(true);
    camera.go(Screen.REGISTER);
    camera.press("ceremony-change");
    camera.type("user", "hedy");
    camera.with("key", ComboBox.class, box -> box.getSelectionModel().select(1));
    camera.press("start-register");
    pin();
    camera.press("ceremony-change");
    camera.go(Screen.HELP_DESK);
    camera.press("desk-operator");
    camera.await("nobody at the console", () -> camera.says("desk-operator", "Operator sign-in"));
    signIn("hedy");
    camera.press("desk-show-requests");
    camera.await("a request to decide", () -> camera.shell().lookup(".desk-approve") != null);
    camera.take("desk-second-operator");
    camera.pressFirst("desk-approve");
    camera.awaitShown("confirm");
    camera.take("desk-approve");
    camera.press("confirm");
    camera.awaitShown("desk-given-code");
    camera.take("desk-approved");
    camera.press("desk-code-done");
    camera.pressFirst("desk-call-back");
    camera.awaitShown("confirm");
    camera.take("desk-call-back");
    camera.press("confirm");
    camera.await("the news", () -> camera.shell().lookup(".panel.good") != null);
    camera.take("desk-called-back");
  }

  /** Signs an operator in to the console with a key that others have credentials on as well. */
  void signIn(String name) throws IOException {
    world.touchAutomatically(true);
    camera.press("desk-operator");
    camera.awaitShown("pin");
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
    camera.await("the accounts", () -> camera.shell().lookup(".account-choice") != null);
    camera.take("desk-operator-choice");
    camera.act(() ->
        camera.shell().lookupAll(".account-choice .button").stream()
            .map(ButtonBase.class::cast)
            .filter(it -> it.getText().contains(name))
            .findFirst()
            .ifPresent(ButtonBase::fire));
    camera.awaitShown("verdict-title");
    camera.press("ceremony-change");
    world.touchAutomatically(false);
  }

  private void pin() {
    camera.awaitShown("pin");
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
    camera.awaitShown("verdict-title");
  }

  /** Looks at the only one who is found by this. */
  void find(String text) {
    camera.search("search-desk", text);
    camera.await(text, () -> camera.hasRows("desk-hits", 1));
    camera.awaitShown("desk-person");
    camera.settle();
  }
}
