package dev.touchstone.app.ui.laboratory;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.LabUseCases;
import dev.touchstone.app.usecase.ShowLabKey;
import dev.touchstone.fixture.key.fault.FaultScript;
import dev.touchstone.fixture.lab.Gesture;
import dev.touchstone.fixture.lab.LabEvent;
import dev.touchstone.fixture.lab.LabKey;
import dev.touchstone.fixture.lab.LabPower;
import dev.touchstone.fixture.lab.TouchedBy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The keys on the shelf as they change, the chosen one from close by, and what can be done to them.
 * The laboratory gets its power from the window, unless another process gives it already.
 */
public final class LaboratoryViewModel implements AutoCloseable {

  private static final int LOG_LENGTH = 1000;

  private final LabUseCases lab;
  private final QuestionsViewModel questions;
  private final WiresViewModel wires;
  private final LabLink link;
  private final Background background;
  private final ObservableList<LabKey> keys = FXCollections.observableArrayList();
  private final ObservableList<LabEvent> log = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<ShowLabKey.Result>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<FaultScript> faults =
      new ReadOnlyObjectWrapper<>(FaultScript.NONE);
  private final ReadOnlyObjectWrapper<Optional<LabPower>> power =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Coalesced shelf = new Coalesced(this::readShelf);
  private final Coalesced chosen = new Coalesced(this::readChosen);
  private @Nullable String chosenName;

  /**
   * @param folder where metadata is written to
   */
  public LaboratoryViewModel(LabUseCases lab, Path folder, Background background) {
    this.lab = lab;
    this.questions = new QuestionsViewModel(lab, folder, background, new Answered());
    this.background = background;
    this.wires = new WiresViewModel(lab, background, this::fail);
    this.link = new LabLink(lab, background, new Heard());
  }

  /** The keys on the shelf; the first one first. */
  public ObservableList<LabKey> keys() {
    return keys;
  }

  /** What the chosen key did, the oldest first. */
  public ObservableList<LabEvent> log() {
    return log;
  }

  /** The chosen key from close by; empty while none is chosen or it is being read. */
  public ReadOnlyObjectProperty<Optional<ShowLabKey.Result>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** What the chosen key is told to do wrong; changes before {@link #shownProperty()}. */
  public ReadOnlyObjectProperty<FaultScript> faultsProperty() {
    return faults.getReadOnlyProperty();
  }

  /** Where the keys have their power from; empty before the first reading is over. */
  public ReadOnlyObjectProperty<Optional<LabPower>> powerProperty() {
    return power.getReadOnlyProperty();
  }

  /** Why the last thing did not work; empty once something does. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The wires that this window holds open. */
  WiresViewModel wires() {
    return wires;
  }

  /** What the person is asked. */
  public QuestionsViewModel questions() {
    return questions;
  }

  /** Gives the laboratory power, if it has none, and reads it. */
  public void land() {
    if (link.isOpen()) {
      readAll();
    } else {
      link.open();
    }
  }

  /** Shows this key. */
  public void choose(@Nullable LabKey key) {
    String name = key == null ? null : key.name();
    if (name != null && name.equals(chosenName)) {
      return;
    }
    chosenName = name;
    log.clear();
    shown.set(Optional.empty());
    chosen.read();
  }

  /** The name of the chosen key; empty if none is. */
  public Optional<String> chosen() {
    return Optional.ofNullable(chosenName);
  }

  public void plug(String name) {
    perform(() -> lab.plugLabKey().run(name), key -> readAll());
  }

  public void unplug(String name) {
    perform(() -> lab.unplugLabKey().run(name), key -> readAll());
  }

  public void touch(String name, Gesture gesture) {
    perform(() -> lab.touchLabKey().run(name, gesture), waited -> shelf.read());
  }

  public void touchedBy(String name, TouchedBy whom) {
    perform(() -> lab.touchLabKey().by(name, whom), key -> readAll());
  }

  public void misbehave(String name, FaultScript script) {
    perform(() -> lab.setLabFaults().run(name, script), done -> readAll());
  }

  @Override
  public void close() {
    wires.closeAll();
    link.close();
  }

  private void readAll() {
    shelf.read();
    chosen.read();
  }

  private record Shelf(LabPower power, List<LabKey> keys) {}

  private void readShelf(Runnable ended) {
    background.run(
        () -> new Shelf(lab.listLabKeys().power(), lab.listLabKeys().run()),
        read -> {
          power.set(Optional.of(read.power()));
          replace(read.keys());
          ended.run();
        },
        thrown -> {
          fail(thrown);
          ended.run();
        });
  }

  /** Changes only what changed, so that a list on the screen keeps what is selected in it. */
  private void replace(List<LabKey> now) {
    keys.removeIf(old -> now.stream().noneMatch(key -> key.name().equals(old.name())));
    for (int i = 0; i < now.size(); i++) {
      LabKey key = now.get(i);
      if (i == keys.size() || !keys.get(i).name().equals(key.name())) {
        keys.add(i, key);
      } else if (!keys.get(i).equals(key)) {
        keys.set(i, key);
      }
    }
  }

  private void readChosen(Runnable ended) {
    String name = chosenName;
    if (name == null) {
      ended.run();
      return;
    }
    background.run(
        () -> closeUp(name),
        seen -> {
          if (name.equals(chosenName)) {
            show(seen);
          }
          ended.run();
        },
        thrown -> {
          if (name.equals(chosenName)) {
            fail(thrown);
          }
          ended.run();
        });
  }

  private record CloseUp(ShowLabKey.Result result, FaultScript faults) {}

  private CloseUp closeUp(String name) throws Failure {
    ShowLabKey.Result result = lab.showLabKey().run(name);
    boolean sound = result.key().damage().isEmpty();
    return new CloseUp(result, sound ? lab.setLabFaults().now(name) : FaultScript.NONE);
  }

  private void show(CloseUp seen) {
    if (log.isEmpty()) {
      log.setAll(seen.result().log());
    }
    faults.set(seen.faults());
    shown.set(Optional.of(seen.result()));
  }

  private void happened(List<LabEvent> events) {
    List<LabEvent> ofChosen = new ArrayList<>();
    boolean memory = false;
    boolean others = false;
    for (LabEvent event : events) {
      boolean here = event.key().equals(chosenName);
      if (here && isNew(event)) {
        ofChosen.add(event);
      }
      switch (event) {
        case LabEvent.CommandEnded _ -> memory |= here;
        case LabEvent.CommandBegan _, LabEvent.Winked _, LabEvent.FaultCommitted _ -> {}
        case LabEvent.Removed _ -> {
          others = true;
          if (here) {
            choose(null);
          }
        }
        case LabEvent.Made _,
            LabEvent.Changed _,
            LabEvent.Plugged _,
            LabEvent.Unplugged _,
            LabEvent.TouchWanted _,
            LabEvent.TouchEnded _,
            LabEvent.WireOpened _,
            LabEvent.WireClosed _ ->
            others = true;
      }
    }
    append(ofChosen);
    if (others) {
      shelf.read();
    }
    if (others || memory) {
      chosen.read();
    }
  }

  private boolean isNew(LabEvent event) {
    return log.isEmpty() || event.number() > log.getLast().number();
  }

  private void append(List<LabEvent> events) {
    if (!events.isEmpty()) {
      log.addAll(events);
      if (log.size() > LOG_LENGTH) {
        log.remove(0, log.size() - LOG_LENGTH);
      }
    }
  }

  private <T> void perform(Callable<T> task, Consumer<T> done) {
    background.run(
        task,
        result -> {
          failure.set(Optional.empty());
          done.accept(result);
        },
        this::fail);
  }

  private void fail(Exception thrown) {
    failure.set(Optional.of(Failures.adviceOn(thrown)));
  }

  private final class Answered implements QuestionsViewModel.Outcome {

    @Override
    public void made(LabKey key) {
      failure.set(Optional.empty());
      choose(key);
      shelf.read();
    }

    @Override
    public void removed() {
      failure.set(Optional.empty());
      choose(null);
      shelf.read();
    }

    @Override
    public void failed(Exception thrown) {
      fail(thrown);
    }
  }

  private final class Heard implements LabLink.Told {

    @Override
    public void opened() {
      failure.set(Optional.empty());
      readAll();
    }

    @Override
    public void happened(List<LabEvent> events) {
      LaboratoryViewModel.this.happened(events);
    }

    @Override
    public void lost() {
      link.open();
    }

    @Override
    public void failed(Exception thrown) {
      fail(thrown);
      shelf.read();
    }
  }
}
