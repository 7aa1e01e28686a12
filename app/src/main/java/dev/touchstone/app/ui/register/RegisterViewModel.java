package dev.touchstone.app.ui.register;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.ceremony.PartyViewModel;
import dev.touchstone.app.ui.kit.KeyWish;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the person wants from a registration, and its start. */
public final class RegisterViewModel {

  /** Of WebAuthn Level 3 §5.4.6 (resident key) and §5.8.6 (user verification). */
  public static final List<String> REQUIREMENTS = List.of("preferred", "required", "discouraged");

  /** Of WebAuthn Level 3 §5.4.7. */
  public static final List<String> ATTESTATIONS =
      List.of("direct", "indirect", "enterprise", "none");

  /** Of WebAuthn Level 3 §5.8.7; the first one means that no hint is given. */
  public static final List<String> HINTS =
      List.of("none", "security-key", "client-device", "hybrid");

  /**
   * Of CTAP 2.3 §12.1 (credProtect), as WebAuthn clients name its levels; the first asks for none.
   */
  public static final List<String> PROTECTIONS =
      List.of(
          "none",
          "userVerificationOptional",
          "userVerificationOptionalWithCredentialIDList",
          "userVerificationRequired");

  /** Signature algorithms that authenticators have, by their COSE numbers (RFC 9053). */
  public enum Algorithm {
    ES256("ES256", -7),
    ED_DSA("EdDSA", -8),
    ES384("ES384", -35),
    RS256("RS256", -257);

    private final String text;
    private final int number;

    Algorithm(String text, int number) {
      this.text = text;
      this.number = number;
    }

    public String text() {
      return text;
    }
  }

  private final PartyViewModel party;
  private final CeremonyViewModel ceremony;
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty displayName = new SimpleStringProperty("");
  private final StringProperty label = new SimpleStringProperty("");
  private final ObjectProperty<KeyWish> key = new SimpleObjectProperty<>(new KeyWish.Any());
  private final StringProperty userVerification = new SimpleStringProperty("preferred");
  private final StringProperty residentKey = new SimpleStringProperty("preferred");
  private final StringProperty attestation = new SimpleStringProperty("direct");
  private final StringProperty hint = new SimpleStringProperty("none");
  private final Map<Algorithm, BooleanProperty> algorithms = new EnumMap<>(Algorithm.class);
  private final BooleanProperty credProps = new SimpleBooleanProperty(true);
  private final StringProperty credProtect = new SimpleStringProperty("none");
  private final BooleanProperty prf = new SimpleBooleanProperty();
  private final BooleanProperty minPinLength = new SimpleBooleanProperty();
  private final BooleanProperty largeBlob = new SimpleBooleanProperty();

  public RegisterViewModel(PartyViewModel party, CeremonyViewModel ceremony) {
    this.party = party;
    this.ceremony = ceremony;
    for (Algorithm algorithm : Algorithm.values()) {
      algorithms.put(algorithm, new SimpleBooleanProperty());
    }
  }

  public CeremonyViewModel ceremony() {
    return ceremony;
  }

  /** With whom the key is registered. */
  public PartyViewModel party() {
    return party;
  }

  public StringProperty userProperty() {
    return user;
  }

  public StringProperty displayNameProperty() {
    return displayName;
  }

  public StringProperty labelProperty() {
    return label;
  }

  public ObjectProperty<KeyWish> keyProperty() {
    return key;
  }

  public StringProperty userVerificationProperty() {
    return userVerification;
  }

  public StringProperty residentKeyProperty() {
    return residentKey;
  }

  public StringProperty attestationProperty() {
    return attestation;
  }

  public StringProperty hintProperty() {
    return hint;
  }

  /** Whether this algorithm is asked for; the relying party's own list is used when none is. */
  public BooleanProperty algorithmProperty(Algorithm algorithm) {
    return algorithms.computeIfAbsent(algorithm, none -> new SimpleBooleanProperty());
  }

  public BooleanProperty credPropsProperty() {
    return credProps;
  }

  public StringProperty credProtectProperty() {
    return credProtect;
  }

  public BooleanProperty prfProperty() {
    return prf;
  }

  public BooleanProperty minPinLengthProperty() {
    return minPinLength;
  }

  public BooleanProperty largeBlobProperty() {
    return largeBlob;
  }

  /** Whether enough is filled in to start. */
  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(() -> !user.get().isBlank(), user);
  }

  /** Runs the registration as it is filled in. */
  public void start() {
    RegisterCredential.Request request =
        new RegisterCredential.Request(key.get().keyId(), request());
    ceremony.start((watcher, cancellation) -> party.register().run(request, watcher, cancellation));
  }

  RegistrationRequest request() {
    return new RegistrationRequest(
        user.get().strip(),
        displayName.get().strip(),
        label.get().strip(),
        userVerification.get(),
        residentKey.get(),
        attestation.get(),
        hint.get().equals("none") ? List.of() : List.of(hint.get()),
        Arrays.stream(Algorithm.values())
            .filter(algorithm -> algorithmProperty(algorithm).get())
            .map(algorithm -> algorithm.number)
            .toList(),
        extensions().toString());
  }

  private ObjectNode extensions() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (credProps.get()) {
      json.put("credProps", true);
    }
    if (!credProtect.get().equals("none")) {
      json.put("credentialProtectionPolicy", credProtect.get());
      json.put("enforceCredentialProtectionPolicy", true);
    }
    if (prf.get()) {
      json.putObject("prf");
    }
    if (minPinLength.get()) {
      json.put("minPinLength", true);
    }
    if (largeBlob.get()) {
      json.putObject("largeBlob").put("support", "preferred");
    }
    return json;
  }
}
