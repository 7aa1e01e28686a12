package dev.touchstone.app.ui.servers;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.serve.ServeHttp;
import dev.touchstone.app.usecase.serve.ServeHttp.Running;
import dev.touchstone.app.usecase.serve.ServeWish;
import dev.touchstone.rp.http.operation.SeenRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The relying party inside, served from this computer until the person or the window ends it. */
public final class LocalServerViewModel implements AutoCloseable {

  private static final int HIGHEST_PORT = 0xffff;

  /** How far it is. */
  public sealed interface Phase {
    record Stopped() implements Phase {}

    record Starting() implements Phase {}

    /**
     * It answers.
     *
     * @param url where
     * @param rpId the relying party's id
     * @param origins whose ceremonies it accepts
     * @param warnings what no browser will do
     */
    record Serving(String url, String rpId, List<String> origins, List<String> warnings)
        implements Phase {}

    /** It finishes what is in flight. */
    record Stopping() implements Phase {}
  }

  private final ServeHttp serve;
  private final Background background;
  private final LatestRequests requests;
  private final StringProperty host = new SimpleStringProperty("127.0.0.1");
  private final StringProperty port = new SimpleStringProperty("8080");
  private final ReadOnlyObjectWrapper<Phase> phase =
      new ReadOnlyObjectWrapper<>(new Phase.Stopped());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Object lock = new Object();
  private @Nullable Running running;
  private boolean over;

  public LocalServerViewModel(ServeHttp serve, Background background) {
    this.serve = serve;
    this.background = background;
    this.requests = new LatestRequests(background);
  }

  /** A name or an address of this computer. */
  public StringProperty hostProperty() {
    return host;
  }

  /** Digits; 0 for a free port. */
  public StringProperty portProperty() {
    return port;
  }

  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** Why it did not start or stop; empty once something does. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The last requests since it started, the newest first. */
  public ObservableList<SeenRequest> requests() {
    return requests.shown();
  }

  /** How many requests there were since it started. */
  public ReadOnlyLongProperty totalProperty() {
    return requests.totalProperty();
  }

  /** The server that runs, as its clients see it; empty while none does. */
  public Optional<RemoteServer> served() {
    return phase.get() instanceof Phase.Serving it
        ? Optional.of(
            new RemoteServer(
                "This computer",
                URI.create(it.url()),
                RemoteServer.Api.TOUCHSTONE,
                Optional.empty(),
                it.origins().stream().findFirst()))
        : Optional.empty();
  }

  /** Starts it at the host and port that are filled in, unless it runs. */
  public void start() {
    if (!(phase.get() instanceof Phase.Stopped)) {
      return;
    }
    failure.set(Optional.empty());
    ServeWish wish;
    try {
      wish = new ServeWish(host.get().strip(), number(), false, List.of(), Optional.empty());
    } catch (Failure e) {
      failure.set(Optional.of(e.advice()));
      return;
    }
    requests.clear();
    phase.set(new Phase.Starting());
    background.run(() -> open(wish), phase::set, this::failed);
  }

  /** Lets requests in flight finish, then stops it; the last requests stay to be read. */
  public void stop() {
    if (phase.get() instanceof Phase.Serving) {
      failure.set(Optional.empty());
      phase.set(new Phase.Stopping());
      background.run(
          () -> {
            end(taken());
            return new Phase.Stopped();
          },
          phase::set,
          this::failed);
    }
  }

  /** The window closes: nothing is served any longer, not even what was about to start. */
  @Override
  public void close() {
    Running last;
    synchronized (lock) {
      over = true;
      last = running;
      running = null;
    }
    end(last);
  }

  private Phase open(ServeWish wish) throws Failure {
    Running opened = serve.run(wish, requests::add);
    boolean late;
    synchronized (lock) {
      late = over;
      running = late ? null : opened;
    }
    if (late) {
      opened.close();
      return new Phase.Stopped();
    }
    return new Phase.Serving(opened.url(), opened.rpId(), opened.origins(), opened.warnings());
  }

  private @Nullable Running taken() {
    synchronized (lock) {
      Running taken = running;
      running = null;
      return taken;
    }
  }

  private static void end(@Nullable Running ended) {
    if (ended != null) {
      ended.close();
    }
  }

  private void failed(Exception thrown) {
    phase.set(new Phase.Stopped());
    failure.set(Optional.of(Failures.adviceOn(thrown)));
  }

  private int number() throws Failure {
    String text = port.get().strip();
    try {
      int number = Integer.parseInt(text);
      if (number >= 0 && number <= HIGHEST_PORT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new Failure(
        new Advice(
            Advice.Kind.USAGE,
            text.isEmpty() ? "There is no port." : "'%s' is no port.".formatted(text),
            "",
            "Give a number up to 65535; 0 takes a free port.",
            ""));
  }
}
