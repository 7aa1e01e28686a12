package dev.touchstone.key.webauthn;

import static dev.touchstone.key.webauthn.Website.bytes;
import static dev.touchstone.key.webauthn.Website.registering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.fixture.key.model.AttestationStyle;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.failure.WebAuthnException.CredentialExcluded;
import dev.touchstone.key.webauthn.failure.WebAuthnException.KeyUnsuitable;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OptionsRejected;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OriginRefused;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  private Desk desk;

  @BeforeEach
  void putAKeyOnTheDesk() throws Exception {
    desk = Desk.with(KeyModels.TOUCHSTONE);
  }

  @AfterEach
  void clearTheDesk() throws Exception {
    desk.close();
  }

  private void use(KeyModel model) throws Exception {
    desk.close();
    desk = Desk.with(model);
  }

  @Test
  void theResponseHasEveryMemberThatTheSpecificationNames() throws Exception {
    Response response = new Response(desk.register(registering("ada")));

    assertThat(response.json().get("type").textValue()).isEqualTo("public-key");
    assertThat(response.json().get("rawId").textValue()).isEqualTo(response.id());
    assertThat(response.json().get("authenticatorAttachment").textValue())
        .isEqualTo("cross-platform");
    assertThat(response.extensionResults()).isEmpty();
    assertThat(new String(bytes(response.part("clientDataJSON")), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"type\":\"webauthn.create\",\"challenge\":\"AAECAwQFBgcICQoLDA0ODw\","
                + "\"origin\":\"https://login.example.com\",\"crossOrigin\":false}");
    assertThat(response.part("transports")).hasSize(1);
    assertThat(response.part("transports").get(0).textValue()).isEqualTo("usb");
    assertThat(response.part("publicKeyAlgorithm").intValue()).isEqualTo(-7);
    assertThat(response.rpIdHash())
        .isEqualTo(Response.sha256("example.com".getBytes(StandardCharsets.UTF_8)));
    assertThat(response.attestationObject().get("authData").GetByteString())
        .isEqualTo(response.authenticatorData());
    assertThat(response.attestationObject().get("fmt").AsString()).isEqualTo("packed");
    assertThat(response.attestationObject().get("attStmt").ContainsKey("x5c")).isTrue();
  }

  @Test
  void transportsAreUniqueAndSorted() throws Exception {
    use(KeyModels.TOUCHSTONE.with(model -> model.transports("usb", "nfc", "ble")));

    assertThat(new Response(desk.register(registering("ada"))).part("transports").toString())
        .isEqualTo("[\"ble\",\"nfc\",\"usb\"]");
  }

  @Test
  void theAlgorithmThatTheRelyingPartyLikesBestIsTakenOfThoseThatTheKeyKnows() throws Exception {
    Website website =
        registering("ada")
            .with(
                "pubKeyCredParams",
                "[{\"type\":\"public-key\",\"alg\":-257},{\"type\":\"public-key\",\"alg\":-8},"
                    + "{\"type\":\"public-key\",\"alg\":-7}]");

    Response response = new Response(desk.register(website));

    assertThat(response.part("publicKeyAlgorithm").intValue()).isEqualTo(-8);
  }

  @Test
  void aKeyThatKnowsNoneOfTheAlgorithmsIsNotSupported() {
    Website website =
        registering("ada").with("pubKeyCredParams", "[{\"type\":\"public-key\",\"alg\":-257}]");

    assertThatThrownBy(() -> desk.register(website))
        .isInstanceOf(KeyUnsuitable.class)
        .extracting(e -> ((WebAuthnException) e).domExceptionName())
        .isEqualTo("NotSupportedError");
  }

  @Test
  void aKeyOfTheExcludeListIsRefused() throws Exception {
    String id = new Response(desk.register(registering("ada"))).id();

    assertThatThrownBy(() -> desk.register(registering("ada").excluding(id)))
        .isInstanceOf(CredentialExcluded.class)
        .extracting(e -> ((WebAuthnException) e).domExceptionName())
        .isEqualTo("InvalidStateError");
  }

  @Test
  void aKeyOfAnExcludeListThatIsTooLongForItIsRefusedToo() throws Exception {
    String id = new Response(desk.register(registering("ada"))).id();
    String[] many =
        IntStream.range(0, 60)
            .mapToObj(i -> i == 57 ? id : Website.base64Url("of another key, number " + i))
            .toArray(String[]::new);

    assertThatThrownBy(() -> desk.register(registering("ada").excluding(many)))
        .isInstanceOf(CredentialExcluded.class);
  }

  @Test
  void credentialsOfOtherKeysInTheExcludeListDoNotMatter() throws Exception {
    String[] many =
        IntStream.range(0, 60)
            .mapToObj(i -> Website.base64Url("x".repeat(i * 20)))
            .toArray(String[]::new);

    assertThat(desk.register(registering("ada").excluding(many)).has("id")).isTrue();
  }

  @Test
  void aRequiredDiscoverableCredentialNeedsAKeyThatHoldsOne() throws Exception {
    use(KeyModels.TOUCHSTONE.with(model -> model.sizes(sizes -> sizes.withDiscoverable(0))));

    assertThatThrownBy(() -> desk.register(registering("ada").residentKey("required")))
        .isInstanceOf(KeyUnsuitable.class)
        .extracting(e -> ((WebAuthnException) e).domExceptionName())
        .isEqualTo("ConstraintError");
  }

  @Test
  void aPreferredDiscoverableCredentialDoesNot() throws Exception {
    use(KeyModels.TOUCHSTONE.with(model -> model.sizes(sizes -> sizes.withDiscoverable(0))));

    Response response =
        new Response(
            desk.register(
                registering("ada").residentKey("preferred").extensions("{\"credProps\":true}")));

    assertThat(response.extensionResults().get("credProps").get("rk").booleanValue()).isFalse();
  }

  @Test
  void aFullKeySaysSo() throws Exception {
    use(KeyModels.TINY);
    desk.register(registering("ada").residentKey("required"));
    desk.register(registering("bob").residentKey("required"));

    assertThatThrownBy(() -> desk.register(registering("eve").residentKey("required")))
        .isInstanceOf(KeyRefused.class)
        .extracting(e -> ((KeyRefused) e).status())
        .isEqualTo(CtapStatus.KEY_STORE_FULL);
  }

  @Test
  void aKeyThatHasToBePartOfTheComputerIsNotThisOne() {
    Website website =
        registering("ada")
            .with("authenticatorSelection", "{\"authenticatorAttachment\":\"platform\"}");

    assertThatThrownBy(() -> desk.register(website))
        .isInstanceOf(KeyUnsuitable.class)
        .extracting(e -> ((WebAuthnException) e).domExceptionName())
        .isEqualTo("NotAllowedError");
  }

  @Test
  void attestationNoneLeavesTheStatementAwayAndKeepsTheSignedData() throws Exception {
    Response response =
        new Response(desk.register(registering("ada").with("attestation", "\"none\"")));

    assertThat(response.attestationObject().get("fmt").AsString()).isEqualTo("none");
    assertThat(response.attestationObject().get("attStmt")).isEqualTo(CBORObject.NewMap());
    assertThat(response.attestationObject().get("authData").GetByteString())
        .isEqualTo(response.authenticatorData());
  }

  @Test
  void selfAttestationIsLeftAwayTooWhereItWouldTellTheModel() throws Exception {
    use(KeyModels.TOUCHSTONE.with(model -> model.attestation(AttestationStyle.PACKED_SELF)));

    Response response =
        new Response(desk.register(registering("ada").with("attestation", "\"none\"")));

    assertThat(response.attestationObject().get("fmt").AsString()).isEqualTo("none");
  }

  @Test
  void anRpIdOfAnotherSiteIsRefusedBeforeTheKeyIsAsked() {
    assertThatThrownBy(() ->
            desk.register(registering("ada").with("rp", "{\"id\":\"example.org\",\"name\":\"x\"}")))
        .isInstanceOf(OriginRefused.class);
    assertThat(desk.person.touches).isEmpty();
  }

  @Test
  void malformedOptionsAreRefusedBeforeTheKeyIsAsked() {
    assertThatThrownBy(() -> desk.register(registering("ada").with("challenge", "5")))
        .isInstanceOf(OptionsRejected.class)
        .hasMessage("The options' member challenge has to be a string.");
    assertThat(desk.person.touches).isEmpty();
  }
}
