package dev.touchstone.app.ui.requests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.jwt.Forgery;
import dev.touchstone.app.jwt.Jwt;
import dev.touchstone.app.jwt.JwtKey;
import dev.touchstone.app.jwt.JwtVerification;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.send.Wish;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.jwt.JwtWorkshop;
import dev.touchstone.key.session.Cancellation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A token on the workbench: its parts, what a verification says, and the one that is made of it.
 */
public final class WorkbenchViewModel {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final UseCases useCases;
  private final Background background;
  private final StringProperty token = new SimpleStringProperty("");
  private final StringProperty header = new SimpleStringProperty("");
  private final StringProperty claims = new SimpleStringProperty("");
  private final StringProperty keyPlace = new SimpleStringProperty("");
  private final StringProperty secret = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Forgery>> forgery =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<JwtVerification>> verification =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper signed = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  public WorkbenchViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    token.subscribe(this::taken);
  }

  public StringProperty tokenProperty() {
    return token;
  }

  /** JSON that a person may change. */
  public StringProperty headerProperty() {
    return header;
  }

  /** JSON that a person may change. */
  public StringProperty claimsProperty() {
    return claims;
  }

  /** A file or an address with keys; empty for the secret, or a key that is made. */
  public StringProperty keyPlaceProperty() {
    return keyPlace;
  }

  /** For HMAC; kept nowhere. */
  public StringProperty secretProperty() {
    return secret;
  }

  /** How to sign badly; empty to sign as one should. */
  public ObjectProperty<Optional<Forgery>> forgeryProperty() {
    return forgery;
  }

  public ReadOnlyObjectProperty<Optional<JwtVerification>> verificationProperty() {
    return verification.getReadOnlyProperty();
  }

  /** The token that was made; empty before. */
  public ReadOnlyStringProperty signedProperty() {
    return signed.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  private void taken(String text) {
    verification.set(Optional.empty());
    signed.set("");
    failure.set(Optional.empty());
    if (text.isBlank()) {
      header.set("");
      claims.set("");
      return;
    }
    try {
      Jwt jwt = useCases.jwt().read(text);
      header.set(jwt.header().toPrettyString());
      claims.set(jwt.claims().toPrettyString());
    } catch (Failure e) {
      header.set("");
      claims.set("");
      failure.set(Optional.of(e.advice()));
    }
  }

  /** Verifies the token as it was pasted. */
  public void verify() {
    failure.set(Optional.empty());
    String text = token.get();
    Keys keys = given();
    background.run(
        () -> {
          JwtWorkshop workshop = useCases.jwt();
          List<JwtKey> read = keys.read(workshop);
          if (read.isEmpty()) {
            throw RequestAdvice.usage(
                "With which key?", "Name a file or an address, or a secret.", "");
          }
          return workshop.verify(
              workshop.read(text),
              read,
              new JwtVerification.Expected(Optional.empty(), Optional.empty()));
        },
        it -> verification.set(Optional.of(it)),
        this::failed);
  }

  /** Signs header and claims as they stand now. */
  public void sign() {
    failure.set(Optional.empty());
    String text = token.get();
    String newHeader = header.get();
    String newClaims = claims.get();
    Optional<Forgery> how = forgery.get();
    Keys keys = given();
    background.run(
        () -> {
          JwtWorkshop workshop = useCases.jwt();
          Jwt original = text.isBlank() ? workshop.blank() : workshop.read(text);
          Optional<String> keyText = keys.text(workshop);
          List<JwtKey> read = how.isPresent() ? List.of() : keys.read(workshop);
          return workshop
              .sign(
                  original,
                  json(newHeader, "header"),
                  json(newClaims, "claims"),
                  new JwtWorkshop.Signing(
                      Optional.empty(), read.stream().findFirst(), keyText, how))
              .compact();
        },
        signed::set,
        this::failed);
  }

  private void failed(Exception thrown) {
    failure.set(Optional.of(Failures.adviceOn(thrown)));
  }

  private static ObjectNode json(String text, String name) throws Failure {
    try {
      JsonNode json = MAPPER.readTree(text.isBlank() ? "{}" : text);
      if (json instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw RequestAdvice.usage(
          "The %s are no JSON.".formatted(name), "Check quotes, commas and braces.", "");
    }
    throw RequestAdvice.usage("The %s are no JSON object.".formatted(name), "Begin with {.", "");
  }

  private Keys given() {
    return new Keys(keyPlace.get().strip(), secret.get());
  }

  /** What was given to verify or sign with. */
  private record Keys(String place, String secret) {

    Optional<String> text(JwtWorkshop workshop) throws Failure {
      return place.isEmpty()
          ? Optional.empty()
          : Optional.of(workshop.keyText(place, Wish.usual(), new Cancellation()));
    }

    List<JwtKey> read(JwtWorkshop workshop) throws Failure {
      if (!secret.isEmpty()) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return List.of(new JwtKey.Secret("", Optional.empty(), bytes));
      }
      Optional<String> text = text(workshop);
      return text.isPresent() ? workshop.keys(text.get()) : List.of();
    }

    @Override
    public String toString() {
      return "Keys";
    }
  }
}
