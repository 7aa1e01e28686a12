package dev.touchstone.app.virtual;

import dev.touchstone.fixture.lab.LabDesk;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.fixture.lab.bench.Bench;
import dev.touchstone.fixture.lab.bench.RestingDesk;
import dev.touchstone.fixture.lab.socket.LabClient;
import dev.touchstone.fixture.lab.socket.LabPlace;
import dev.touchstone.fixture.lab.socket.LabServer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows where the laboratory is at the moment: in this process, in another one, or nowhere. Looks
 * anew each time, since others begin and end as they like.
 */
public final class LabDoor implements AutoCloseable {

  private final Bench bench;
  private final LabPlace place;
  private @Nullable LabServer server;
  private int users;

  /** Opens nothing yet. */
  public LabDoor(Bench bench, LabPlace place) {
    this.bench = bench;
    this.place = place;
  }

  /** A laboratory that runs here until its last user closes it. */
  public interface Running extends AutoCloseable {
    @Override
    void close();
  }

  /** The desk to go to now. */
  public LabDesk desk() {
    return running().orElseGet(() -> new RestingDesk(bench));
  }

  /** The desk of a laboratory that runs, if one does. */
  public Optional<LabDesk> running() {
    synchronized (this) {
      if (server != null) {
        return Optional.of(server.desk());
      }
    }
    return LabClient.find(place).map(client -> client);
  }

  /**
   * Runs it in this process, or goes on running it.
   *
   * @param keysTouchThemselves as long as it runs, whatever is set about them
   * @throws LabException if another process runs it, or sockets or files cannot be used
   */
  public synchronized Running start(boolean keysTouchThemselves) throws LabException {
    if (server == null) {
      server = LabServer.open(bench, place, keysTouchThemselves);
    }
    users++;
    return new Use();
  }

  /** Ends it whoever still uses it. */
  @Override
  public synchronized void close() {
    if (server != null) {
      server.close();
      server = null;
    }
    users = 0;
  }

  private synchronized void leave() {
    users--;
    if (users == 0) {
      close();
    }
  }

  private final class Use implements Running {
    private boolean over;

    @Override
    public void close() {
      synchronized (LabDoor.this) {
        if (!over) {
          over = true;
          leave();
        }
      }
    }
  }
}
