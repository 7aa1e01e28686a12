package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.LabelCredential;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.admin.Accounts.Belongings;
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

/**
 * The users that a search finds, a page at a time, and the chosen one with all credentials. However
 * many users there are, the store is asked for a page and for one of them.
 */
public final class AccountsViewModel {

  /** Users of one page. */
  static final int PAGE = 100;

  private final UseCases useCases;
  private final Background background;
  private final AccountDeeds deeds;
  private final ObservableList<User> users = FXCollections.observableArrayList();
  private final ObservableList<Credential> credentials = FXCollections.observableArrayList();
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Role>> role = new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Status>> status =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<User>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** Whoever asked before gets no answer any more. */
  private int asked;

  public AccountsViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    this.deeds = new AccountDeeds(useCases, background, this::refresh);
    search.subscribe((before, now) -> refresh());
    role.subscribe((before, now) -> refresh());
    status.subscribe((before, now) -> refresh());
  }

  /** What can be done to users and credentials. */
  public AccountDeeds deeds() {
    return deeds;
  }

  /** The tokens of a user, which are read when somebody looks. */
  public TokensViewModel tokensOf(User user) {
    return new TokensViewModel(useCases, background, user.name());
  }

  /** The users that were read, by name. */
  public ObservableList<User> users() {
    return users;
  }

  /** The credentials of the chosen user, oldest first. */
  public ObservableList<Credential> credentials() {
    return credentials;
  }

  /** Words that a user's names, e-mail address or a credential's label have to contain. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Only users of this role. */
  public ObjectProperty<Optional<Role>> roleProperty() {
    return role;
  }

  /** Only users of this status. */
  public ObjectProperty<Optional<Status>> statusProperty() {
    return status;
  }

  /** Whose credentials are shown. */
  public ReadOnlyObjectProperty<Optional<User>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether there are more users than were read. */
  public ReadOnlyBooleanProperty moreProperty() {
    return more.getReadOnlyProperty();
  }

  /** Whether the first reading is over. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Why the last reading did not work; empty once one does. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Whether there is nobody at all, as far as is known. */
  public boolean isEmpty() {
    return users.isEmpty()
        && search.get().isBlank()
        && role.get().isEmpty()
        && status.get().isEmpty();
  }

  /** Reads the first page anew, and the chosen user. */
  public void refresh() {
    int mine = ++asked;
    Optional<String> before = chosen.get().map(User::name);
    UserQuery query = query("");
    ask(
        mine,
        () -> useCases.accounts().page(query),
        found -> {
          users.setAll(found.subList(0, Math.min(found.size(), PAGE)));
          more.set(found.size() > PAGE);
          loaded.set(true);
          before
              .flatMap(name -> users.stream().filter(it -> it.name().equals(name)).findFirst())
              .or(() -> users.stream().findFirst())
              .ifPresentOrElse(this::choose, this::chooseNobody);
        });
  }

  /** Reads the next page, and shows it below. */
  public void readMore() {
    if (!more.get()) {
      return;
    }
    int mine = ++asked;
    UserQuery query = query(users.getLast().name());
    ask(
        mine,
        () -> useCases.accounts().page(query),
        found -> {
          users.addAll(found.subList(0, Math.min(found.size(), PAGE)));
          more.set(found.size() > PAGE);
        });
  }

  /** Reads the credentials of a user. */
  public void choose(User user) {
    int mine = asked;
    ask(mine, () -> useCases.accounts().show(user.name()), this::show);
  }

  /** Gives a credential another label. */
  public void label(Credential credential, String label) {
    LabelCredential.Request request = new LabelCredential.Request(credential.id(), label.strip());
    ask(
        asked,
        () -> useCases.labelCredential().apply(request),
        changed -> credentials.replaceAll(old -> old.id().equals(changed.id()) ? changed : old));
  }

  private UserQuery query(String after) {
    return new UserQuery(search.get(), role.get(), status.get(), after, PAGE + 1);
  }

  private void show(Belongings belongings) {
    chosen.set(Optional.of(belongings.user()));
    credentials.setAll(belongings.credentials());
    users.replaceAll(it -> it.handle().equals(belongings.user().handle()) ? belongings.user() : it);
  }

  private void chooseNobody() {
    chosen.set(Optional.empty());
    credentials.setAll(List.of());
  }

  private <T> void ask(int mine, Callable<T> task, Consumer<T> done) {
    background.run(
        task,
        result -> {
          if (mine == asked) {
            failure.set(Optional.empty());
            done.accept(result);
          }
        },
        thrown -> {
          if (mine == asked) {
            loaded.set(true);
            failure.set(Optional.of(Failures.adviceOn(thrown)));
          }
        });
  }
}
