package dev.touchstone.app.ui.audit;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.audit.AddressSpread;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditPage;
import dev.touchstone.rp.audit.AuditPlace;
import dev.touchstone.rp.audit.AuditRow;
import java.time.Instant;
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
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A question to the trail, and the pages of its answer that were read so far. */
public final class AuditViewModel {

  /** Rows of one page. */
  static final int PAGE = 100;

  private final UseCases useCases;
  private final Background background;
  private final AuditDeeds deeds;
  private final ObservableList<AuditRow> rows = FXCollections.observableArrayList();
  private final ObservableList<AddressSpread> spreads = FXCollections.observableArrayList();
  private final ObjectProperty<Question> question = new SimpleObjectProperty<>(Question.LATEST);
  private final ObjectProperty<EventKind> kind = new SimpleObjectProperty<>(EventKind.ANY);
  private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.ALWAYS);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<AuditPlace> next = Optional.empty();

  /** Whoever asked before gets no answer any more. */
  private int asked;

  public AuditViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    this.deeds = new AuditDeeds(useCases, background, this::refresh);
    question.subscribe((before, now) -> refresh());
    kind.subscribe((before, now) -> refresh());
    period.subscribe((before, now) -> refresh());
    search.subscribe((before, now) -> refresh());
  }

  /** What can be done with the trail as a whole. */
  public AuditDeeds deeds() {
    return deeds;
  }

  /** The rows that were read, the newest first. */
  public ObservableList<AuditRow> rows() {
    return rows;
  }

  /** Users of several addresses, those with the most first. */
  public ObservableList<AddressSpread> spreads() {
    return spreads;
  }

  public ObjectProperty<Question> questionProperty() {
    return question;
  }

  public ObjectProperty<EventKind> kindProperty() {
    return kind;
  }

  public ObjectProperty<Period> periodProperty() {
    return period;
  }

  /** Words that a row has to contain. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Whether there are older rows. */
  public ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  /** Whether the first reading is over. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Why the trail cannot be read; empty while it can. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Whether the trail would show all that it has. */
  public boolean isUnfiltered() {
    return question.get() == Question.LATEST
        && kind.get() == EventKind.ANY
        && period.get() == Period.ALWAYS
        && search.get().isBlank();
  }

  /** The rows that are asked for. */
  public AuditFilter filter() {
    AuditFilter filter =
        question
            .get()
            .rows()
            .filter()
            .words(search.get())
            .between(period.get().beginning(now()), Optional.empty());
    return kind.get() == EventKind.ANY ? filter : filter.events(kind.get().events());
  }

  /** Reads the first page anew. */
  public void refresh() {
    int mine = ++asked;
    if (question.get() == Question.ADDRESSES) {
      Instant since = period.get().beginning(now()).orElse(Instant.EPOCH);
      ask(mine, () -> useCases.audit().severalAddresses(since, PAGE), spreads::setAll);
      return;
    }
    AuditFilter filter = filter();
    ask(
        mine,
        () -> useCases.audit().list(filter, Optional.empty(), PAGE),
        page -> {
          rows.setAll(page.rows());
          goOn(page);
        });
  }

  /** Reads the next page, and shows it below. */
  public void readMore() {
    if (next.isEmpty()) {
      return;
    }
    int mine = ++asked;
    AuditFilter filter = filter();
    Optional<AuditPlace> from = next;
    ask(
        mine,
        () -> useCases.audit().list(filter, from, PAGE),
        page -> {
          rows.addAll(page.rows());
          goOn(page);
        });
  }

  /** Asks for everything about a person. */
  public void showRowsOf(String person) {
    question.set(Question.LATEST);
    search.set(person);
  }

  private void goOn(AuditPage page) {
    next = page.next();
    more.set(next.isPresent());
  }

  private <T> void ask(int mine, Callable<T> task, Consumer<T> done) {
    background.run(
        task,
        result -> {
          if (mine == asked) {
            failure.set(Optional.empty());
            done.accept(result);
            loaded.set(true);
          }
        },
        thrown -> {
          if (mine == asked) {
            rows.setAll(List.of());
            spreads.setAll(List.of());
            more.set(false);
            failure.set(Optional.of(Failures.adviceOn(thrown)));
            loaded.set(true);
          }
        });
  }

  private Instant now() {
    return useCases.clock().instant();
  }
}
