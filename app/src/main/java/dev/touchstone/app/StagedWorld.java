package dev.touchstone.app;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.picture.PictureWorld;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.app.virtual.VirtualKeys;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.Surroundings;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.fault.DataFault;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.key.state.KeyStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.LoggerFactory;

/**
 * A program in a scratch folder, at a day that is always the same, with a key plugged in that can
 * be told to lie. Nothing of the person's own data is touched.
 */
final class StagedWorld implements PictureWorld, AutoCloseable {

  private static final String PIN = "135790";
  private static final KeyModel BENCH_KEY =
      KeyModels.TOUCHSTONE.with(model ->
          model.named(
              "bench",
              "Touchstone Bench Key",
              UUID.fromString("7f0c2f6e-5b8a-4d0e-9c35-0062656e6368")));
  private static final String OPTIONS =
      """
      {"rp": {"id": "bench.example", "name": "Bench"},
       "user": {"id": "YmVuY2g", "name": "bench", "displayName": "bench"},
       "challenge": "c2V0LXVwLW9mLXRoZS1iZW5jaC1rZXk",
       "attestation": "direct",
       "pubKeyCredParams": [{"type": "public-key", "alg": -7}]}
      """;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T09:30:00Z"));
  private final ScratchFolder folder;
  private final Wiring wiring;
  private final Wiring emptyWiring;
  private final Wiring lockedWiring;
  private final VirtualKey key;
  private final VirtualTouch touch = new VirtualTouch();
  private final String response;

  private StagedWorld(ScratchFolder folder) throws IOException {
    this.folder = folder;
    // Pictures show no machine in particular.
    System.setProperty("os.version", "6.12");
    SecureRandom random = new SecureRandom();
    Settings settings =
        Settings.usual(folder.resolve("data"))
            .withRp("touchstone.example", List.of("https://login.touchstone.example"));
    Laboratory laboratory = Laboratory.open(settings.laboratory(), clock(), random);
    this.key =
        VirtualKey.open(
            BENCH_KEY,
            laboratory,
            new Surroundings(KeyStorage.forgetful(), touch, clock(), random));
    touch.automatic(true);
    this.response = new BareClient(key, "https://bench.example").withPin(PIN).register(OPTIONS);
    StagedCredentials.on(key, PIN);
    touch.automatic(false);
    this.wiring =
        new Wiring(settings, () -> new VirtualKeys(new PluggedKey("hid-1", key)), clock());
    Path elsewhere = folder.resolve("empty");
    this.emptyWiring =
        new Wiring(Settings.usual(elsewhere).withVirtualKey(false), VirtualKeys::new, clock());
    Settings locked = Settings.usual(folder.resolve("locked")).withOperatorSignIn(true);
    this.lockedWiring = new Wiring(locked, VirtualKeys::new, clock());
  }

  /**
   * Sets the stage.
   *
   * @throws IOException if the temporary folder cannot be used
   */
  static StagedWorld set() throws IOException, Failure {
    return new StagedWorld(ScratchFolder.make());
  }

  @Override
  public UseCases useCases() {
    return wiring;
  }

  @Override
  public UseCases emptyUseCases() {
    return emptyWiring;
  }

  @Override
  public UseCases lockedUseCases() {
    return lockedWiring;
  }

  @Override
  public InstantSource clock() {
    return now::get;
  }

  @Override
  public void passTime(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  @Override
  public String keyWithPin() {
    return "hid-1";
  }

  @Override
  public char[] pin() {
    return PIN.toCharArray();
  }

  @Override
  public void keySignsForAnother(boolean on) {
    if (on) {
      key.misbehave(new DataFault.WrongRpId("touchst0ne.example"));
    } else {
      key.misbehave();
    }
  }

  @Override
  public void fillLargeBlobs() {
    new StagedBlobs(key, PIN).fill();
  }

  @Override
  public void damageLargeBlobs() {
    new StagedBlobs(key, PIN).damage();
  }

  @Override
  public void touchAutomatically(boolean on) {
    touch.automatic(on);
    wiring.virtualTouch().automatic(on);
  }

  @Override
  public String dataFolder() {
    return folder.resolve("data").toString();
  }

  @Override
  public String somethingToInspect() {
    return response;
  }

  @Override
  public void close() {
    wiring.close();
    emptyWiring.close();
    lockedWiring.close();
    try {
      key.close();
    } catch (IOException e) {
      LoggerFactory.getLogger(StagedWorld.class).warn("The staged key did not close in order", e);
    }
    folder.delete();
  }
}
