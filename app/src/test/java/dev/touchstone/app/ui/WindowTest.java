package dev.touchstone.app.ui;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.usecase.NobodyWatches;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real window on the real program, with a virtual key, without a display. */
@SuppressWarnings("NullAway.Init") // set when the window opens, before each test
public abstract class WindowTest {

  /** So often in a row is it seen in one place, some frames long. */
  private static final int STILL = 8;

  protected static final String PIN = "135790";

  @TempDir protected Path data;
  protected final FxRobot robot = new FxRobot();
  protected final Switchboard usb = new Switchboard();
  protected Wiring wiring;
  protected Shell shell;
  protected Stage window;
  protected Optional<Path> chosenFile = Optional.empty();

  @BeforeEach
  void openTheWindow() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupStage(this::open);
  }

  private void open(Stage stage) {
    window = stage;
    wiring = new Wiring(Settings.usual(data.resolve("data")), () -> usb, InstantSource.system());
    WindowParts parts =
        new WindowParts(
            wiring,
            Background.ofJavaFx(),
            new Moments(InstantSource.system(), ZoneOffset.UTC),
            owner -> chosenFile);
    shell = TouchstoneWindow.open(stage, parts, () -> {});
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(1000);
    stage.setHeight(800);
    stage.getScene().getPreferences().setReducedMotion(true);
  }

  @AfterEach
  void closeEverything() {
    robot.interact(window::close);
    wiring.close();
  }

  /** A key with a PIN that touches itself, still to be plugged in. */
  protected static PluggedKey keyWithPin() throws Exception {
    VirtualKey key = Keys.touched(KeyModels.TOUCHSTONE);
    Keys.setPin(key, PIN);
    return new PluggedKey("hid-1", key);
  }

  protected void awaitThat(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(60, SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    } catch (TimeoutException e) {
      throw new AssertionError("the window never came there", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  protected void awaitShown(String query) {
    awaitThat(() -> shown(query));
  }

  protected boolean shown(String query) {
    Node node = shell.lookup(query);
    return node != null && node.isVisible();
  }

  protected void click(String query) {
    awaitShown(query);
    awaitStill(query);
    robot.clickOn(query);
  }

  /** The mouse would miss what still moves, as a part does that has just come. */
  private void awaitStill(String query) {
    AtomicReference<Bounds> last = new AtomicReference<>();
    AtomicInteger still = new AtomicInteger();
    awaitThat(() -> {
      Node node = shell.lookup(query);
      Bounds now = node.localToScreen(node.getBoundsInLocal());
      boolean same = now != null && now.equals(last.getAndSet(now));
      return (same ? still.incrementAndGet() : still.getAndSet(0)) >= STILL;
    });
  }

  protected void go(KeyCode digit) {
    robot.push(KeyCode.CONTROL, digit);
    WaitForAsyncUtils.waitForFxEvents();
  }

  @SuppressWarnings("unchecked")
  protected void choose(String query, int index) {
    robot.interact(
        () -> ((ComboBox<Object>) shell.lookup(query)).getSelectionModel().select(index));
  }

  protected void register(String user) {
    go(KeyCode.DIGIT2);
    click("#user");
    robot.write(user);
    robot.push(KeyCode.ENTER);
  }

  /** The virtual key has a credential with this label, without a click. */
  protected void registered(String user, String label) throws Exception {
    awaitShown(".key-detail");
    RegistrationRequest usual = RegistrationRequest.forUser(user);
    wiring.virtualTouch().automatic(true);
    var result =
        wiring
            .registerCredential()
            .run(
                new RegisterCredential.Request(
                    Optional.empty(),
                    new RegistrationRequest(
                        user,
                        "",
                        label,
                        usual.userVerification(),
                        usual.residentKey(),
                        usual.attestation(),
                        usual.hints(),
                        usual.algorithms(),
                        usual.extensionsJson())),
                new NobodyWatches(),
                new Cancellation());
    assertThat(result.verdict().accepted()).isTrue();
  }
}
