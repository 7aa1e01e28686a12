package dev.touchstone.app.ui.ceremony;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** With which relying party a ceremony is held: the one inside, or one of the servers kept. */
public final class PartyViewModel {

  /** One that can be chosen. */
  public sealed interface Party {
    /** The one of this program. */
    record Inside() implements Party {}

    /** One on a server. */
    record Elsewhere(RemoteServer server) implements Party {}
  }

  private final UseCases useCases;
  private final Background background;
  private final ObservableList<Party> parties =
      FXCollections.observableArrayList(List.of(new Party.Inside()));
  private final ObjectProperty<Party> chosen = new SimpleObjectProperty<>(new Party.Inside());
  private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");

  public PartyViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    chosen.subscribe(this::describe);
  }

  /** The one inside, and behind it the servers by name. */
  public ObservableList<Party> parties() {
    return parties;
  }

  public ObjectProperty<Party> chosenProperty() {
    return chosen;
  }

  /** What is known of the chosen one, a sentence. */
  public ReadOnlyStringProperty remarkProperty() {
    return remark.getReadOnlyProperty();
  }

  /** Whether the chosen one is this program's own. */
  public boolean isInside() {
    return chosen.get() instanceof Party.Inside;
  }

  /** Reads which servers are kept; one that is kept no longer is chosen no longer. */
  public void refresh() {
    background.run(
        () -> useCases.remote().list(),
        this::offer,
        failure -> {
          offer(List.of());
          remark.set(Failures.adviceOn(failure).paragraph());
        });
  }

  private void offer(List<RemoteServer> servers) {
    Party before = chosen.get();
    List<Party> all = new ArrayList<>();
    all.add(new Party.Inside());
    servers.forEach(server -> all.add(new Party.Elsewhere(server)));
    parties.setAll(all);
    chosen.set(all.contains(before) ? before : all.getFirst());
  }

  /** Registration with the chosen one. */
  public RegisterCredential register() throws Failure {
    return switch (chosen.get()) {
      case Party.Inside() -> useCases.registerCredential();
      case Party.Elsewhere(RemoteServer server) -> useCases.remote().at(server).register();
    };
  }

  /** Sign-in with the chosen one. */
  public SignIn signIn() throws Failure {
    return switch (chosen.get()) {
      case Party.Inside() -> useCases.signIn();
      case Party.Elsewhere(RemoteServer server) -> useCases.remote().at(server).signIn();
    };
  }

  private void describe(Party party) {
    remark.set(
        switch (party) {
          case Party.Inside() -> "Its steps are shown one by one.";
          case Party.Elsewhere(RemoteServer server) ->
              "%s%s. It tells its verdict alone; users and policies are its own."
                  .formatted(
                      server.address(),
                      server.pin().isPresent() ? ", by its pinned certificate" : "");
        });
  }
}
