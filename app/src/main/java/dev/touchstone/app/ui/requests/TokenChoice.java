package dev.touchstone.app.ui.requests;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.variable.Filling;
import dev.touchstone.app.request.variable.Value;
import dev.touchstone.app.request.variable.Variables;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.usecase.MintToken.Minted;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.Bearer;
import dev.touchstone.app.usecase.request.RequestSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Which token goes along: one that is typed, one that is kept encrypted, or one of a sign-in.
 * Choosing one of them lets go of the others.
 */
public final class TokenChoice {

  private final UseCases useCases;
  private final Background background;
  private final Consumer<String> tell;
  private final Consumer<Exception> complain;
  private final StringProperty typed = new SimpleStringProperty("");
  private final StringProperty secret = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Minted>> minted =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<String> secrets = FXCollections.observableArrayList();
  private final ObservableList<Optional<Minted>> all =
      FXCollections.observableArrayList(List.of(Optional.<Minted>empty()));

  /**
   * @param tell takes a sentence about what was done
   * @param complain takes what went wrong
   */
  TokenChoice(
      UseCases useCases,
      Background background,
      Consumer<String> tell,
      Consumer<Exception> complain) {
    this.useCases = useCases;
    this.background = background;
    this.tell = tell;
    this.complain = complain;
    typed.subscribe(it -> {
      if (!it.isEmpty()) {
        secret.set("");
        minted.set(Optional.empty());
      }
    });
    secret.subscribe(it -> {
      if (it != null && !it.isEmpty()) {
        typed.set("");
        minted.set(Optional.empty());
      }
    });
    minted.subscribe(it -> {
      if (it != null && it.isPresent()) {
        typed.set("");
        secret.set("");
      }
    });
  }

  /** Sent as a bearer; kept nowhere. */
  public StringProperty typedProperty() {
    return typed;
  }

  /** Name of a secret that is sent as a bearer; empty for none. */
  public StringProperty secretProperty() {
    return secret;
  }

  /** Names of the secrets that are kept, once they were asked for; the first one is none. */
  public ObservableList<String> secrets() {
    return secrets;
  }

  /** The sign-in whose access token is sent. */
  public ObjectProperty<Optional<Minted>> mintedProperty() {
    return minted;
  }

  /** The sign-ins of this window; the first one is none. Their tokens are in memory alone. */
  public ObservableList<Optional<Minted>> minted() {
    return all;
  }

  /** Lists the secrets; opens the database. */
  public void listSecrets() {
    background.run(
        () -> useCases.requests().secrets().names(),
        names -> {
          List<String> now = new ArrayList<>(List.of(""));
          now.addAll(names);
          if (!now.equals(secrets)) {
            secrets.setAll(now);
          }
        },
        complain);
  }

  /** Somebody signed in: their token goes along from now on. */
  public void take(Minted fresh) {
    all.add(Optional.of(fresh));
    minted.set(Optional.of(fresh));
    tell.accept(
        "Signed in as %s. The token goes to %s alone."
            .formatted(fresh.user(), fresh.bearer().only()));
  }

  /** Exchanges the refresh token of the chosen sign-in for new tokens. */
  public void refresh() {
    minted
        .get()
        .ifPresent(before ->
            background.run(
                () -> useCases.mintToken().refresh(before),
                after -> {
                  replace(before, after);
                  tell.accept(
                      "New tokens for %s; the ones before are used up.".formatted(after.user()));
                },
                complain));
  }

  /** Whoever chose another token meanwhile keeps that. */
  private void replace(Minted before, Minted after) {
    boolean chosen = minted.get().equals(Optional.of(before));
    int at = all.indexOf(Optional.of(before));
    if (at >= 0) {
      all.set(at, Optional.of(after));
    }
    if (chosen) {
      minted.set(Optional.of(after));
    }
  }

  /** Lets go of the tokens of the chosen sign-in; the server is not told. */
  public void forget() {
    Optional<Minted> chosen = minted.get();
    if (chosen.isPresent()) {
      minted.set(Optional.empty());
      all.remove(chosen);
      tell.accept("The tokens of %s are forgotten here.".formatted(chosen.get().user()));
    }
  }

  /** No token goes along. */
  void clear() {
    typed.set("");
    secret.set("");
    minted.set(Optional.empty());
  }

  /**
   * The token for a request.
   *
   * @param values what its variables stand for
   * @throws Failure if there is no such secret, or a typed one would go unencrypted
   */
  Optional<Bearer> bearer(Request request, Map<String, String> values) throws Failure {
    String token = typed.get().strip();
    String kept = secret.get();
    if (!token.isEmpty()) {
      Request address = Request.of("GET", request.url());
      Origin origin =
          Origin.of(Address.read(Filling.of(address, Variables.of(values)).url()).uri());
      RequestSecrets.encrypted(origin);
      return Optional.of(new Bearer(token, origin));
    }
    if (kept != null && !kept.isEmpty()) {
      Value value = kept(kept);
      return value.only().map(it -> new Bearer(value.text(), it));
    }
    return minted.get().map(Minted::bearer);
  }

  private Value kept(String name) throws Failure {
    return useCases
        .requests()
        .secrets()
        .find(Optional.empty(), name)
        .orElseThrow(() ->
            RequestAdvice.usage(
                "No secret is kept under the name '%s'.".formatted(name),
                "Choose another one.",
                ""));
  }
}
