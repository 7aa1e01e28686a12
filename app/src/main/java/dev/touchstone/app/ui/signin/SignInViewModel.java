package dev.touchstone.app.ui.signin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.ceremony.PartyViewModel;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyWish;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who signs in and how, and the start of it. */
public final class SignInViewModel {

  /** Of WebAuthn Level 3 §5.8.6. */
  public static final List<String> REQUIREMENTS = List.of("preferred", "required", "discouraged");

  /** Of WebAuthn Level 3 §5.8.7; the first one means that no hint is given. */
  public static final List<String> HINTS =
      List.of("none", "security-key", "client-device", "hybrid");

  /** More names than these are typed, not chosen. */
  private static final int OFFERED = 100;

  private final UseCases useCases;
  private final Background background;
  private final PartyViewModel party;
  private final CeremonyViewModel ceremony;
  private final ObservableList<String> users = FXCollections.observableArrayList();
  private final StringProperty user = new SimpleStringProperty("");
  private final BooleanProperty nameless = new SimpleBooleanProperty();
  private final ObjectProperty<KeyWish> key = new SimpleObjectProperty<>(new KeyWish.Any());
  private final StringProperty userVerification = new SimpleStringProperty("preferred");
  private final StringProperty hint = new SimpleStringProperty("none");
  private final StringProperty prfSalt = new SimpleStringProperty("");
  private final BooleanProperty largeBlob = new SimpleBooleanProperty();

  public SignInViewModel(
      UseCases useCases, Background background, PartyViewModel party, CeremonyViewModel ceremony) {
    this.useCases = useCases;
    this.background = background;
    this.party = party;
    party.chosenProperty().subscribe((before, now) -> refresh());
    this.ceremony = ceremony;
  }

  public CeremonyViewModel ceremony() {
    return ceremony;
  }

  /** With whom the person signs in. */
  public PartyViewModel party() {
    return party;
  }

  /** Names to choose from; filled by {@link #refresh()}. */
  public ObservableList<String> users() {
    return users;
  }

  public StringProperty userProperty() {
    return user;
  }

  /** Whether the key is to say who signs in, by a discoverable credential. */
  public BooleanProperty namelessProperty() {
    return nameless;
  }

  public ObjectProperty<KeyWish> keyProperty() {
    return key;
  }

  public StringProperty userVerificationProperty() {
    return userVerification;
  }

  public StringProperty hintProperty() {
    return hint;
  }

  /**
   * Any text, from which the key derives a secret by the extension {@code prf}; empty: not asked.
   */
  public StringProperty prfSaltProperty() {
    return prfSalt;
  }

  public BooleanProperty largeBlobProperty() {
    return largeBlob;
  }

  /** Whether enough is filled in to start. */
  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(
        () -> nameless.get() || !user.get().isBlank(), nameless, user);
  }

  /**
   * Reads the first names anew; more can be typed, and a server's are not known here. That they
   * cannot be read is told when it matters: at the sign-in itself.
   */
  public void refresh() {
    if (!party.isInside()) {
      users.clear();
      return;
    }
    background.run(
        () -> useCases.accounts().page(UserQuery.first(OFFERED)),
        found -> {
          users.setAll(found.stream().map(User::name).toList());
          if (user.get().isEmpty() && !users.isEmpty()) {
            user.set(users.getFirst());
          }
        },
        failure -> users.clear());
  }

  /** Runs the sign-in as it is filled in. */
  public void start() {
    SignIn.Request request = new SignIn.Request(key.get().keyId(), request());
    ceremony.start((watcher, cancellation) -> party.signIn().run(request, watcher, cancellation));
  }

  AuthenticationRequest request() {
    return new AuthenticationRequest(
        nameless.get() ? Optional.empty() : Optional.of(user.get().strip()),
        userVerification.get(),
        hint.get().equals("none") ? List.of() : List.of(hint.get()),
        extensions().toString());
  }

  private ObjectNode extensions() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (!prfSalt.get().isEmpty()) {
      byte[] salt = prfSalt.get().getBytes(StandardCharsets.UTF_8);
      json.putObject("prf")
          .putObject("eval")
          .put("first", Base64.getUrlEncoder().withoutPadding().encodeToString(salt));
    }
    if (largeBlob.get()) {
      json.putObject("largeBlob").put("read", true);
    }
    return json;
  }
}
