package dev.touchstone.app.ui.servers;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.remote.ServerLook;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.RemoteUseCases;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The servers that are kept, the one that is looked at, and what can be done to the list. */
public final class RemoteServersViewModel {

  /** What is known of the chosen server. */
  public sealed interface Look {
    record NotAsked() implements Look {}

    record Looking() implements Look {}

    record Seen(ServerLook found) implements Look {}

    record Failed(Advice advice) implements Look {}
  }

  /** What would be lost, shown before it is. */
  public sealed interface Question {

    /** It is to be kept no longer. */
    record Remove(RemoteServer server) implements Question {}

    /** It is to be kept instead of another of the same name. */
    record Replace(RemoteServer before, RemoteServer after) implements Question {}
  }

  private final RemoteUseCases remote;
  private final Background background;
  private final ServerForm form = new ServerForm();
  private final ObservableList<RemoteServer> servers = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<RemoteServer>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look.NotAsked());
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public RemoteServersViewModel(RemoteUseCases remote, Background background) {
    this.remote = remote;
    this.background = background;
    chosen.subscribe(now -> {
      look.set(new Look.NotAsked());
      failure.set(Optional.empty());
    });
  }

  /** What is typed to add one. */
  public ServerForm form() {
    return form;
  }

  /** In the order in which they were added. */
  public ObservableList<RemoteServer> servers() {
    return servers;
  }

  /** The one that is looked at; empty while one is added. */
  public ObjectProperty<Optional<RemoteServer>> chosenProperty() {
    return chosen;
  }

  public ReadOnlyObjectProperty<Look> lookProperty() {
    return look.getReadOnlyProperty();
  }

  /** Whether the first reading is over. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** What the person is asked to confirm. */
  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Why the last thing did not work; empty once something does. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Reads the list anew. */
  public void refresh() {
    perform(remote::list, this::show);
  }

  /** Keeps what is typed; asks first if that replaces another. */
  public void add() {
    perform(form::read, this::keepOrAsk);
  }

  /**
   * From now on the certificate that the chosen server presented is accepted and no other; asks
   * first if another was.
   */
  public void pin() {
    if (look.get() instanceof Look.Seen(ServerLook seen) && seen.certificate().isPresent()) {
      RemoteServer pinned = pinned(seen.server(), seen.certificate().get().sha256());
      if (seen.server().pin().isEmpty()) {
        keep(pinned);
      } else if (!pinned.equals(seen.server())) {
        question.set(Optional.of(new Question.Replace(seen.server(), pinned)));
      }
    }
  }

  /** Asks the chosen server, and does nothing there. */
  public void check() {
    if (look.get() instanceof Look.Looking || chosen.get().isEmpty()) {
      return;
    }
    RemoteServer server = chosen.get().get();
    look.set(new Look.Looking());
    background.run(
        () -> remote.check(server),
        seen -> tell(server, new Look.Seen(seen)),
        thrown -> tell(server, new Look.Failed(Failures.adviceOn(thrown))));
  }

  /** Asks whether the chosen one is to be kept no longer. */
  public void askToRemove() {
    chosen.get().ifPresent(it -> question.set(Optional.of(new Question.Remove(it))));
  }

  /** The person wants all to stay. */
  public void leave() {
    question.set(Optional.empty());
  }

  /** The person confirmed. */
  public void confirm() {
    Optional<Question> confirmed = question.get();
    question.set(Optional.empty());
    confirmed.ifPresent(it -> {
      switch (it) {
        case Question.Remove(var server) -> remove(server);
        case Question.Replace(var _, var after) -> keep(after);
      }
    });
  }

  private void keepOrAsk(RemoteServer server) {
    perform(
        remote::list,
        kept -> {
          Optional<RemoteServer> before =
              kept.stream().filter(it -> it.name().equals(server.name())).findFirst();
          if (before.isEmpty() || before.get().equals(server)) {
            keep(server);
          } else {
            question.set(Optional.of(new Question.Replace(before.get(), server)));
          }
        });
  }

  private void keep(RemoteServer server) {
    perform(
        () -> {
          remote.add(server);
          return remote.list();
        },
        kept -> {
          show(kept);
          form.clear();
          chosen.set(Optional.of(server));
        });
  }

  private void remove(RemoteServer server) {
    perform(
        () -> {
          remote.remove(server.name());
          return remote.list();
        },
        kept -> {
          chosen.set(Optional.empty());
          show(kept);
        });
  }

  private void show(List<RemoteServer> kept) {
    servers.setAll(kept);
    if (chosen.get().isPresent() && !kept.contains(chosen.get().get())) {
      chosen.set(Optional.empty());
    }
    loaded.set(true);
  }

  private void tell(RemoteServer asked, Look told) {
    if (chosen.get().equals(Optional.of(asked))) {
      look.set(told);
    }
  }

  private <T> void perform(Callable<T> task, Consumer<T> done) {
    background.run(
        task,
        result -> {
          failure.set(Optional.empty());
          done.accept(result);
        },
        thrown -> {
          loaded.set(true);
          failure.set(Optional.of(Failures.adviceOn(thrown)));
        });
  }

  private static RemoteServer pinned(RemoteServer server, String sha256) {
    return new RemoteServer(
        server.name(), server.address(), server.api(), Optional.of(sha256), server.origin());
  }
}
