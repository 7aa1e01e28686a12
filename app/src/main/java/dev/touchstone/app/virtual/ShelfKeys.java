package dev.touchstone.app.virtual;

import dev.touchstone.fixture.key.state.MemoryFile;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.fixture.lab.shelf.Shelf;
import dev.touchstone.fixture.lab.shelf.ShelfKey;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.KeyDiscovery;
import dev.touchstone.key.transport.KeyEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Finds the virtual keys that are plugged in, whoever plugs them. */
public final class ShelfKeys implements KeyDiscovery {

  /** The id of the key that is used when nobody names one. */
  public static final String USUAL = Shelf.FIRST;

  /** How often a watch looks; other processes plug keys too, by changing files. */
  private static final long LOOK_EVERY_MILLIS = 400;

  private final Shelf shelf;
  private final Socket socket;
  private volatile String lastProblem = "";

  /**
   * @param socket what a key that is there is plugged into
   */
  public ShelfKeys(Shelf shelf, Socket socket) {
    this.shelf = shelf;
    this.socket = socket;
  }

  /** Makes the device of a key. */
  @FunctionalInterface
  public interface Socket {
    KeyDevice device(ShelfKey key) throws LabException;
  }

  @Override
  public List<KeyDevice> list() {
    List<KeyDevice> devices = new ArrayList<>();
    try {
      for (ShelfKey key : shelf.list()) {
        if (key.isPluggedIn()) {
          devices.add(socket.device(key));
        }
      }
      lastProblem = "";
    } catch (LabException e) {
      warnOnce(e);
    }
    return devices;
  }

  /** A watch looks often, and the log shall not fill with one reason. */
  private void warnOnce(LabException e) {
    if (!e.happened().equals(lastProblem)) {
      lastProblem = e.happened();
      LoggerFactory.getLogger(ShelfKeys.class).warn("The virtual keys cannot be listed", e);
    }
  }

  @Override
  public AutoCloseable watch(Consumer<KeyEvent> listener) {
    Thread thread =
        Thread.ofVirtual().name("virtual-keys").start(() -> new Look(listener).repeat());
    return thread::interrupt;
  }

  /** Keys of the shelf that cannot be used; what is unplugged is missed by nobody. */
  @Override
  public List<Hint> hints() {
    try {
      return shelf.list().stream()
          .flatMap(key -> damage(key).stream().map(why -> unreadable(key, why)))
          .toList();
    } catch (LabException e) {
      return List.of(new Hint(e.happened(), e.remedy()));
    }
  }

  @Override
  public Optional<Hint> missing(String id) {
    try {
      ShelfKey key = shelf.find(id);
      Optional<Hint> damaged = key.damage().map(why -> unreadable(key, why));
      return damaged.isPresent() || key.isPluggedIn()
          ? damaged
          : Optional.of(
              new Hint(
                  "The virtual key '%s' is not plugged in.".formatted(id),
                  "Plug it in: touchstone lab plug %s".formatted(id)));
    } catch (LabException e) {
      // There is no such key.
      return Optional.empty();
    }
  }

  /** In its card, or in what it remembers; the latter shows only when that is read. */
  private static Optional<String> damage(ShelfKey key) {
    return key.damage()
        .or(() ->
            key.isPluggedIn()
                ? MemoryFile.damage(key.memory())
                    .map(why ->
                        "%s is damaged (%s). Restore it from a backup, or move it away to begin with a new key."
                            .formatted(key.memory(), why))
                : Optional.empty());
  }

  private static Hint unreadable(ShelfKey key, String why) {
    return new Hint("The virtual key '%s' cannot be used.".formatted(key.name()), why, true);
  }

  @Override
  public void close() {}

  /** What one listener has been told. */
  private final class Look {
    private final Consumer<KeyEvent> listener;
    private final Map<String, KeyDevice> told = new LinkedHashMap<>();

    Look(Consumer<KeyEvent> listener) {
      this.listener = listener;
    }

    void repeat() {
      try {
        once();
        listener.accept(new KeyEvent.ListComplete());
        while (true) {
          Thread.sleep(LOOK_EVERY_MILLIS);
          once();
        }
      } catch (InterruptedException e) {
        // The watch was closed.
        Thread.currentThread().interrupt();
      }
    }

    private void once() {
      Map<String, KeyDevice> now = new LinkedHashMap<>();
      list().forEach(device -> now.put(device.id(), device));
      for (KeyDevice gone : List.copyOf(told.values())) {
        if (!now.containsKey(gone.id())) {
          told.remove(gone.id());
          listener.accept(new KeyEvent.Removed(gone));
        }
      }
      now.forEach((id, device) -> {
        if (told.putIfAbsent(id, device) == null) {
          listener.accept(new KeyEvent.Added(device));
        }
      });
    }
  }
}
