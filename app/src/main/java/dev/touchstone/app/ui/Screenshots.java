package dev.touchstone.app.ui;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.PinField;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/** Draws every screen in every state that matters, by day and by night, without a display. */
public final class Screenshots {

  private final PictureWorld world;
  private final Path folder;

  private Screenshots(PictureWorld world, Path folder) {
    this.world = world;
    this.folder = folder;
  }

  /**
   * Plays a day with the real program and takes pictures of it. JavaFX must not have been started
   * in this process; it is over afterwards.
   *
   * @param folder where the PNG files go; made if it is not there
   * @throws IOException if a picture cannot be written
   * @throws Failure if the program could not do its part
   * @throws InterruptedException if the calling thread is interrupted while JavaFX starts
   */
  public static void take(PictureWorld world, Path folder)
      throws IOException, Failure, InterruptedException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    CountDownLatch started = new CountDownLatch(1);
    Toolkit.start(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    try {
      Screenshots screenshots = new Screenshots(world, folder);
      screenshots.nothingThere();
      screenshots.people();
      screenshots.everyday();
    } finally {
      Platform.exit();
    }
  }

  private void nothingThere() throws IOException {
    try (Camera camera = Camera.on(world.emptyUseCases(), world.clock(), folder)) {
      camera.hide(Path.of(world.dataFolder()).resolveSibling("empty").toString());
      camera.size(1280, 800);
      camera.await("no keys", () -> camera.shell().lookup(".empty-state") != null);
      camera.take("keys-none");
      camera.go(Screen.ACCOUNTS);
      camera.await("nobody", () -> camera.shell().lookup(".empty-state") != null);
      camera.take("accounts-none");
      camera.go(Screen.TRUST);
      camera.awaitShown("trust-tabs");
      camera.take("trust-none");
      camera.go(Screen.RECORDER);
      camera.await("nothing recorded", () -> camera.shell().lookup(".empty-state") != null);
      camera.take("recorder-none");
      camera.go(Screen.AUDIT);
      camera.await("nothing happened", () -> camera.shell().lookup(".empty-state") != null);
      camera.take("audit-none");
      camera.go(Screen.MAIL);
      camera.await("no mail", () -> camera.shell().lookup(".empty-state") != null);
      camera.take("mail-none");
    }
  }

  /** Some users, so that lists are lists. */
  private void people() throws Failure {
    world.touchAutomatically(true);
    List<List<String>> people =
        List.of(
            List.of("grace", "Grace Hopper", "desk drawer"),
            List.of("dorothy", "Dorothy Vaughan", ""),
            List.of("alan", "Alan Turing", "travel key"),
            List.of(
                "maximiliane.theodora.von.hohenstein-rothenburg@department.example",
                "Maximiliane Theodora von Hohenstein-Rothenburg",
                "the green one with the long lanyard that hangs beside the door of the laboratory"),
            List.of("katherine", "Katherine Johnson", "spare, in the safe"));
    for (List<String> person : people) {
      register(world.useCases(), person.get(0), person.get(1), person.get(2));
      world.passTime(Duration.ofHours(31));
    }
    world
        .useCases()
        .traces()
        .saveTrace()
        .run(world.useCases().settings().recordings().resolve("2026-11-20T09-30-00.000-1.trace"));
    world.touchAutomatically(false);
  }

  /** Gives somebody a credential on the virtual key. */
  static void register(UseCases useCases, String user, String displayName, String label)
      throws Failure {
    RegistrationRequest usual = RegistrationRequest.forUser(user);
    RegistrationRequest request =
        new RegistrationRequest(
            user,
            displayName,
            label,
            "discouraged",
            usual.residentKey(),
            usual.attestation(),
            usual.hints(),
            usual.algorithms(),
            usual.extensionsJson());
    var _ =
        useCases
            .registerCredential()
            .run(
                new RegisterCredential.Request(Optional.of("virtual"), request),
                new NobodyWatches(),
                new Cancellation());
  }

  private void everyday() throws IOException, Failure {
    try (Camera camera = Camera.on(world.useCases(), world.clock(), folder)) {
      camera.hide(world.dataFolder());
      camera.size(1280, 800);
      keys(camera);
      register(camera);
      signIn(camera);
      new AccountsPictures(world, camera).take();
      new DeskPictures(world, camera).take();
      new KeyCredentialPictures(world, camera).take();
      inspector(camera);
      laboratory(camera);
      new RecorderPictures(camera).take();
      new TrustPictures(world, camera).take();
      new ServersPictures(camera).take();
      new AuditPictures(world, camera).take();
      new MailPictures(world.useCases(), camera).take();
      world.passTime(Duration.ofMinutes(1)); // the newest mail is that of the newest code
      new FactorsPictures(world.useCases(), camera).take();
      new RequestsPictures(camera).take();
      new FirstPasskeyPictures(world, camera).take();
      dialogs(camera);
      narrow(camera);
    }
    try (Camera camera = Camera.on(world.useCases(), world.clock(), folder)) {
      camera.hide(world.dataFolder());
      camera.size(1280, 800);
      new LargeBlobPictures(world, camera).take();
      new FingerprintPictures(world, camera).take();
    }
    try (Camera camera = Camera.on(world.useCases(), world.clock(), folder)) {
      camera.size(1280, 800);
      new KeyResetPictures(world, camera).take();
    }
  }

  private void keys(Camera camera) throws IOException {
    camera.await("the key", () -> camera.shell().lookup(".key-detail") != null);
    camera.take("keys");
    camera.with("raw-values", CheckBox.class, CheckBox::fire);
    camera.take("keys-raw");
    camera.with("raw-values", CheckBox.class, CheckBox::fire);
    KeySettingsPictures.take(camera);
    camera.with("keys", ListView.class, list -> list.getSelectionModel().select(1));
    camera.await("the virtual key", () -> camera.shell().lookup(".key-detail") != null);
    camera.take("keys-virtual");
    camera.with("pin-of-key", Button.class, Button::fire);
    camera.await("the PIN's fields", () -> camera.shell().lookup("#new-pin") != null);
    camera.with("new-pin", PinField.class, field -> field.replaceText(0, 0, "135790"));
    camera.take("keys-pin");
    camera.with("close-dialog", Button.class, Button::fire);
    KeyPictures.take(camera, world);
  }

  private void register(Camera camera) throws IOException {
    camera.go(Screen.REGISTER);
    camera.take("register");
    camera.with("user", TextField.class, field -> field.setText("ada"));
    camera.with("display-name", TextField.class, field -> field.setText("Ada Lovelace"));
    camera.with("label", TextField.class, field -> field.setText("blue key"));
    camera.with("register-more", ToggleButton.class, button -> button.setSelected(true));
    camera.settle();
    camera.act(() -> ((ScrollPane) camera.shell().lookup(".scroll")).setVvalue(1));
    camera.take("register-extensions");
    camera.press("start-register");
    camera.awaitShown("pin");
    camera.take("register-pin");
    camera.with("pin", PinField.class, field -> field.insertText(0, "246800"));
    camera.press("pin-continue");
    camera.awaitShown("pin-mistake");
    camera.take("register-pin-wrong");
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
    camera.await("the touch", () -> camera.shell().lookup(".touch-prompt") != null);
    camera.take("register-touch");
    world.touchAutomatically(true);
    camera.awaitShown("verdict-title");
    camera.take("register-accepted");
    tab(camera, 1);
    camera.take("register-attestation");
    tab(camera, 2);
    camera.take("register-credential");
    tab(camera, 3);
    camera.take("register-messages");
    world.touchAutomatically(false);
    camera.press("ceremony-change");
    camera.with("user", TextField.class, field -> field.setText("ada"));
    camera.press("start-register");
    camera.awaitShown("pin");
    camera.press("cancel-ceremony");
    camera.await("the advice", () -> camera.shell().lookup(".advice") != null);
    camera.take("register-cancelled");
  }

  private void signIn(Camera camera) throws IOException {
    world.passTime(Duration.ofMinutes(7));
    camera.go(Screen.SIGN_IN);
    camera.with("sign-in-user", ComboBox.class, box -> box.getEditor().setText("grace"));
    camera.take("sign-in");
    camera.with("key", ComboBox.class, box -> box.getSelectionModel().select(2));
    camera.press("start-sign-in");
    camera.awaitShown("touch-the-key");
    camera.take("sign-in-touch");
    camera.press("touch-the-key");
    camera.awaitShown("verdict-title");
    camera.take("sign-in-accepted");
    camera.press("ceremony-change");
    world.keySignsForAnother(true);
    world.touchAutomatically(true);
    camera.with("sign-in-user", ComboBox.class, box -> box.getEditor().setText("ada"));
    camera.with("key", ComboBox.class, box -> box.getSelectionModel().select(1));
    camera.press("start-sign-in");
    camera.awaitShown("pin");
    camera.with("pin", PinField.class, field -> field.insertText(0, String.valueOf(world.pin())));
    camera.press("pin-continue");
    camera.awaitShown("verdict-title");
    camera.take("sign-in-refused");
    world.keySignsForAnother(false);
    world.touchAutomatically(false);
  }

  private void inspector(Camera camera) throws IOException {
    camera.go(Screen.INSPECTOR);
    camera.take("inspector-empty");
    camera.with(
        "inspector-input", TextArea.class, area -> area.setText(world.somethingToInspect()));
    camera.awaitShown("inspection-kind");
    camera.take("inspector");
    tab(camera, 1);
    camera.take("inspector-attestation");
    camera.with(
        "inspector-input",
        TextArea.class,
        area -> area.setText("o2NmbXRmcGFja2VkZ2F0dFN0bXSjY2FsZyZj"));
    camera.await("the advice", () -> camera.shell().lookup(".advice") != null);
    camera.take("inspector-error");
  }

  private void laboratory(Camera camera) throws IOException {
    camera.go(Screen.LABORATORY);
    camera.awaitShown("lab-power");
    camera.take("laboratory");
    for (String name : List.of("blue", "travel-key-with-a-name-of-forty-letters")) {
      camera.press("lab-new");
      camera.with("lab-name", TextField.class, field -> field.setText(name));
      camera.press("lab-make");
      camera.await(name, () -> shows(camera, "lab-key-name", name));
    }
    camera.press("lab-power");
    camera.await("no power", () -> shows(camera, "lab-touch-words", "No power"));
    camera.take("laboratory-pulled-out");
    camera.press("lab-new");
    camera.with("lab-name", TextField.class, field -> field.setText("blue"));
    camera.press("lab-make");
    camera.await("the refusal", () -> camera.shell().lookup("#lab-dialog .advice") != null);
    camera.take("laboratory-name-taken");
    camera.press("close-dialog");
    camera.with("shelf", ListView.class, list -> list.getSelectionModel().select(0));
    camera.await("the first key", () -> shows(camera, "lab-key-name", "virtual"));
    Thread registering =
        Thread.ofVirtual()
            .start(() -> {
              try {
                register(world.useCases(), "linus", "Linus Pauling", "laboratory");
              } catch (Failure e) {
                throw new IllegalStateException("The key on the bench did not register", e);
              }
            });
    camera.await("the light", () -> shows(camera, "lab-touch-words", "It blinks"));
    camera.take("laboratory-blinks");
    camera.press("lab-touch");
    join(registering);
    camera.await("the end", () -> shows(camera, "lab-touch-words", "Not waiting"));
    camera.take("laboratory-log");
    labTab(camera, 1);
    camera.take("laboratory-memory");
    labTab(camera, 2);
    camera.with("fault-counter-stuck", CheckBox.class, CheckBox::fire);
    camera.with("lab-fault-json", ToggleButton.class, ToggleButton::fire);
    camera.await(
        "the script",
        () ->
            camera.shell().lookup("#lab-fault-script") instanceof TextArea area
                && area.getText().contains("counter-stuck"));
    camera.take("laboratory-faults");
    camera.press("lab-fault-clear");
    labTab(camera, 3);
    camera.with("lab-udp-port", TextField.class, field -> field.setText("0"));
    camera.press("lab-wire-udp");
    camera.await("the wire", () -> camera.shell().lookup("#lab-wires .copyable") != null);
    camera.take("laboratory-wires");
    camera.press("lab-wire-udp");
    labTab(camera, 0);
    camera.press("lab-trust");
    camera.awaitShown("lab-write-metadata");
    camera.take("laboratory-trust");
    camera.press("close-dialog");
    camera.with("shelf", ListView.class, list -> list.getSelectionModel().select(2));
    camera.press("lab-remove");
    camera.awaitShown("confirm");
    camera.take("laboratory-throw-away");
    camera.press("keep");
  }

  private static boolean shows(Camera camera, String id, String words) {
    return camera.shell().lookup("#" + id) instanceof Label label
        && label.getText().startsWith(words);
  }

  private static void labTab(Camera camera, int index) {
    camera.act(
        () -> ((TabPane) camera.shell().lookup("#lab-tabs")).getSelectionModel().select(index));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void dialogs(Camera camera) throws IOException {
    camera.press("help");
    camera.awaitShown("help-dialog");
    camera.take("help");
    camera.press("close-dialog");
    camera.press("open-settings");
    camera.awaitShown("settings");
    camera.take("settings");
    camera.press("close-dialog");
  }

  private void narrow(Camera camera) throws IOException {
    camera.size(800, 600);
    camera.go(Screen.KEYS);
    camera.take("narrow-keys");
    camera.go(Screen.SIGN_IN);
    camera.take("narrow-verdict");
    camera.go(Screen.ACCOUNTS);
    camera.take("narrow-accounts");
    camera.go(Screen.INSPECTOR);
    camera.take("narrow-inspector");
    camera.go(Screen.LABORATORY);
    camera.take("narrow-laboratory");
    camera.go(Screen.RECORDER);
    camera.take("narrow-recorder");
    camera.go(Screen.SERVERS);
    camera.take("narrow-servers");
    camera.go(Screen.AUDIT);
    camera.take("narrow-audit");
    camera.go(Screen.MAIL);
    camera.take("narrow-mail");
    camera.go(Screen.FACTORS);
    camera.take("narrow-factors");
  }

  private static void tab(Camera camera, int index) {
    camera.act(
        () -> ((TabPane) camera.shell().lookup(".verdict-tabs")).getSelectionModel().select(index));
  }
}
