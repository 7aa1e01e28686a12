package dev.touchstone.app.ui.accounts;

import static java.util.stream.Collectors.toSet;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.ui.kit.Whose;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.app.usecase.DeleteUser;
import dev.touchstone.app.usecase.LabelCredential;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
import javafx.collections.transformation.FilteredList;

/** Users, the credentials of the chosen one, and what can be done to them. */
public final class AccountsViewModel {

  /** Something that would be lost, shown before it is. */
  public sealed interface Loss {
    record OfCredential(DeleteCredential.Preview preview) implements Loss {}

    record OfUser(DeleteUser.Preview preview) implements Loss {}
  }

  /** Everything that was read at once. */
  private record Contents(List<User> users, List<Credential> credentials) {}

  private final UseCases useCases;
  private final Background background;
  private final ObservableList<User> allUsers = FXCollections.observableArrayList();
  private final ObservableList<Credential> allCredentials = FXCollections.observableArrayList();
  private final FilteredList<User> users = new FilteredList<>(allUsers);
  private final FilteredList<Credential> credentials = new FilteredList<>(allCredentials);
  private final StringProperty search = new SimpleStringProperty("");
  private final ObjectProperty<Whose> whose = new SimpleObjectProperty<>(new Whose.Everybodys());
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Loss>> loss =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public AccountsViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    search.subscribe(this::filter);
    whose.subscribe(this::filterCredentials);
  }

  /** The users that the search finds. */
  public ObservableList<User> users() {
    return users;
  }

  /** The credentials of the chosen user, or of everybody, that the search finds. */
  public ObservableList<Credential> credentials() {
    return credentials;
  }

  /** Words that a user or one of the credentials has to contain. */
  public StringProperty searchProperty() {
    return search;
  }

  public ObjectProperty<Whose> whoseProperty() {
    return whose;
  }

  /** Whether the first reading is over. */
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /** Why the last thing did not work; empty once something does. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What the person is asked to confirm. */
  public ReadOnlyObjectProperty<Optional<Loss>> lossProperty() {
    return loss.getReadOnlyProperty();
  }

  /** Whether anybody is there at all, search or not. */
  public boolean isEmpty() {
    return allUsers.isEmpty();
  }

  public int totalCredentials() {
    return allCredentials.size();
  }

  /** Reads everything anew. */
  public void refresh() {
    perform(
        () ->
            new Contents(
                useCases.listUsers().run(), useCases.listCredentials().run(Optional.empty())),
        this::show);
  }

  /** Gives a credential another label. */
  public void label(Credential credential, String label) {
    LabelCredential.Request request = new LabelCredential.Request(credential.id(), label.strip());
    perform(() -> useCases.labelCredential().apply(request), this::replace);
  }

  /** Looks up what deleting would cost; {@link #lossProperty()} then asks. */
  public void askToDelete(Credential credential) {
    perform(
        () -> useCases.deleteCredential().preview(credential.id()),
        preview -> loss.set(Optional.of(new Loss.OfCredential(preview))));
  }

  /** Looks up what deleting would cost; {@link #lossProperty()} then asks. */
  public void askToDelete(User whom) {
    perform(
        () -> useCases.deleteUser().preview(whom.name()),
        preview -> loss.set(Optional.of(new Loss.OfUser(preview))));
  }

  /** The person wants to keep it. */
  public void keep() {
    loss.set(Optional.empty());
  }

  /** The person confirmed the loss. */
  public void delete() {
    Optional<Loss> confirmed = loss.get();
    loss.set(Optional.empty());
    confirmed.ifPresent(lost ->
        perform(
            () ->
                switch (lost) {
                  case Loss.OfCredential(var preview) ->
                      useCases.deleteCredential().apply(preview.credential().id());
                  case Loss.OfUser(var preview) ->
                      useCases.deleteUser().apply(preview.user().name());
                },
            gone -> refresh()));
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

  private void show(Contents contents) {
    Whose before = whose.get();
    allUsers.setAll(contents.users());
    allCredentials.setAll(contents.credentials());
    whose.set(
        contents.users().stream()
            .filter(user -> before instanceof Whose.Of && before.includes(user.name()))
            .findFirst()
            .<Whose>map(Whose.Of::new)
            .orElse(new Whose.Everybodys()));
    filter();
    loaded.set(true);
  }

  private void replace(Credential changed) {
    allCredentials.replaceAll(old -> old.id().equals(changed.id()) ? changed : old);
  }

  private void filter() {
    String words = words();
    Set<String> usersFound = usersFound(words);
    Set<String> ownersFound =
        allCredentials.stream()
            .filter(one -> matches(words, one))
            .map(Credential::userName)
            .collect(toSet());
    users.setPredicate(one -> usersFound.contains(one.name()) || ownersFound.contains(one.name()));
    filterCredentials();
  }

  private void filterCredentials() {
    String words = words();
    Set<String> usersFound = usersFound(words);
    Whose of = whose.get();
    credentials.setPredicate(one ->
        of.includes(one.userName())
            && (usersFound.contains(one.userName()) || matches(words, one)));
  }

  private String words() {
    return search.get().strip().toLowerCase(Locale.ROOT);
  }

  private Set<String> usersFound(String words) {
    return allUsers.stream()
        .filter(one -> contains(words, one.name(), one.displayName()))
        .map(User::name)
        .collect(toSet());
  }

  private static boolean matches(String words, Credential credential) {
    return contains(
        words,
        credential.label(),
        credential.model().orElse(""),
        credential.id(),
        credential.aaguid());
  }

  private static boolean contains(String words, String... texts) {
    return words.isEmpty()
        || Stream.of(texts).anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
  }
}
