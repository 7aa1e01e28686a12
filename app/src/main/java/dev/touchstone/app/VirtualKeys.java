package dev.touchstone.app;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.DataFolder;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.app.usecase.LabUseCases;
import dev.touchstone.app.virtual.FileMemory;
import dev.touchstone.app.virtual.LabDoor;
import dev.touchstone.app.virtual.LabKeyDevice;
import dev.touchstone.app.virtual.LabOffice;
import dev.touchstone.app.virtual.ScratchMemory;
import dev.touchstone.app.virtual.ShelfKeys;
import dev.touchstone.app.virtual.VirtualKeyDevice;
import dev.touchstone.app.virtual.VirtualKeyDevice.Manners;
import dev.touchstone.app.virtual.VirtualTouch;
import dev.touchstone.fixture.key.attestation.Laboratory;
import dev.touchstone.fixture.key.file.FileDamaged;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.fixture.lab.TouchedBy;
import dev.touchstone.fixture.lab.bench.Bench;
import dev.touchstone.fixture.lab.shelf.KeyCard;
import dev.touchstone.fixture.lab.shelf.Shelf;
import dev.touchstone.fixture.lab.shelf.ShelfKey;
import dev.touchstone.fixture.lab.socket.LabPlace;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import java.io.IOException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Optional;

/** The virtual keys of the data folder, the laboratory that attests them, and who runs it. */
final class VirtualKeys {

  private final Settings settings;
  private final InstantSource clock;
  private final SecureRandom random;
  private final VirtualTouch touch = new VirtualTouch();
  private final Shelf shelf;
  private final Bench bench;
  private final LabDoor door;

  VirtualKeys(Settings settings, InstantSource clock, SecureRandom random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.shelf = new Shelf(settings.virtualKeys());
    this.bench = new Bench(shelf, this::openLaboratory, clock, random);
    this.door = new LabDoor(bench, new LabPlace(settings.labSocket()));
  }

  /** The finger on all keys that do not touch themselves. */
  VirtualTouch touch() {
    return touch;
  }

  /** To the laboratory, in this process or another. */
  LabDoor door() {
    return door;
  }

  LabUseCases useCases() {
    return new LabUseCases(
        door::desk,
        keysTouchThemselves -> {
          LabDoor.Running running = door.start(keysTouchThemselves);
          return running::close;
        },
        new LabOffice(bench));
  }

  /** The keys on the shelf, as a wire of the ring. */
  KeyDiscovery discovery() {
    return new ShelfKeys(shelf, this::onShelf);
  }

  /** A key without a memory; none while virtual keys are not offered. */
  Optional<KeyDevice> scratch() {
    return settings.virtualKey()
        ? Optional.of(
            key(Shelf.FIRST, KeyModels.TOUCHSTONE, new ScratchMemory(), Manners.touchedBy(touch)))
        : Optional.empty();
  }

  /** A key without a memory that touches itself, for recordings that are replayed. */
  KeyDevice forReplay() {
    VirtualTouch finger = new VirtualTouch();
    finger.automatic(true);
    return key("scratch", KeyModels.TOUCHSTONE, new ScratchMemory(), Manners.touchedBy(finger));
  }

  /** None while the laboratory's keys are not offered. */
  Optional<X509Certificate> laboratoryRoot() throws Failure {
    if (!settings.virtualKey()) {
      return Optional.empty();
    }
    InnerParty.makeDataFolder(settings);
    try {
      return Optional.of(openLaboratory().root());
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              String.valueOf(e.getMessage()),
              "",
              "Or use another data folder, or put virtual-key = no into settings.properties.",
              ""),
          e);
    }
  }

  private KeyDevice onShelf(ShelfKey key) throws LabException {
    VirtualKeyDevice alone =
        key(key.name(), key.model(), new FileMemory(key.memory()), manners(key.card()));
    return new LabKeyDevice(alone, door, touch);
  }

  private Manners manners(KeyCard card) {
    VirtualTouch finger = touch;
    if (card.touchedBy() == TouchedBy.ITSELF) {
      finger = new VirtualTouch();
      finger.automatic(true);
    }
    return Manners.touchedBy(finger).with(card.faults());
  }

  private VirtualKeyDevice key(
      String id, KeyModel model, VirtualKeyDevice.Memory memory, Manners manners) {
    return new VirtualKeyDevice(id, model, memory, this::openLaboratory, manners, clock, random);
  }

  private Laboratory openLaboratory() throws IOException {
    try {
      DataFolder.make(settings.data());
      return Laboratory.open(settings.laboratory(), clock, random);
    } catch (FileDamaged e) {
      throw e;
    } catch (SettingsException e) {
      throw new IOException(e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException(
          "The laboratory of the virtual keys in %s cannot be used. Check that you may read and write there and that there is space left."
              .formatted(settings.laboratory()),
          e);
    }
  }
}
