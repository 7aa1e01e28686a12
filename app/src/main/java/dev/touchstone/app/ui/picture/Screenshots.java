package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Toolkit;
import dev.touchstone.app.usecase.UseCases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** Draws every screen in every state that matters, by day and by night, without a display. */
public final class Screenshots {

  private final PictureWorld world;
  private final Film film;

  private Screenshots(PictureWorld world, Film film) {
    this.world = world;
    this.film = film;
  }

  /**
   * Plays a day with the real program and takes pictures of it. JavaFX must not have been started
   * in this process; it is over afterwards.
   *
   * @param folder where the PNG files go; made if it is not there
   * @param beginnings how the names of the wanted pictures begin, without {@code light-} and {@code
   *     dark-}; all are if there is none. The day is played whole, because each picture stands on
   *     those before it.
   * @return how many files were written
   * @throws IOException if a picture cannot be written
   * @throws Failure if the program could not do its part
   * @throws InterruptedException if the calling thread is interrupted while JavaFX starts
   */
  public static int take(PictureWorld world, Path folder, List<String> beginnings)
      throws IOException, Failure, InterruptedException {
    Film film = new Film(folder, beginnings);
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    CountDownLatch started = new CountDownLatch(1);
    Toolkit.start(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    try {
      new Screenshots(world, film).day();
    } finally {
      Platform.exit();
    }
    return film.kept();
  }

  private void day() throws IOException, Failure {
    try (Camera camera = camera(world.emptyUseCases())) {
      camera.hide(Path.of(world.dataFolder()).resolveSibling("empty").toString());
      new EmptyPictures(camera).take();
    }
    try (Camera camera = camera(world.lockedUseCases())) {
      new LockedPictures(camera).take();
    }
    People.some(world);
    world
        .useCases()
        .traces()
        .saveTrace()
        .run(world.useCases().settings().recordings().resolve("2026-11-20T09-30-00.000-1.trace"));
    try (Camera camera = camera(world.useCases())) {
      everyday(camera);
    }
    try (Camera camera = camera(world.useCases())) {
      new LargeBlobPictures(world, camera).take();
      new FingerprintPictures(world, camera).take();
    }
    try (Camera camera = camera(world.useCases())) {
      new KeyResetPictures(world, camera).take();
    }
  }

  private void everyday(Camera camera) throws IOException, Failure {
    new KeyPictures(world, camera).take();
    new CeremonyPictures(world, camera).take();
    new AccountsPictures(world, camera).take();
    new DeskPictures(world, camera).take();
    new KeyCredentialPictures(world, camera).take();
    new InspectorPictures(world, camera).take();
    new LaboratoryPictures(world, camera).take();
    new RecorderPictures(camera).take();
    new TrustPictures(world, camera).take();
    new ServersPictures(camera).take();
    new AuditPictures(world, camera).take();
    new MailPictures(world.useCases(), camera).take();
    world.passTime(Duration.ofMinutes(1)); // the newest mail is that of the newest code
    new FactorsPictures(world.useCases(), camera).take();
    new RequestsPictures(camera).take();
    new FirstPasskeyPictures(world, camera).take();
    new FramePictures(camera).take();
  }

  private Camera camera(UseCases useCases) {
    Camera camera = Camera.on(useCases, world.clock(), film);
    camera.hide(world.dataFolder());
    camera.size(1280, 800);
    return camera;
  }
}
