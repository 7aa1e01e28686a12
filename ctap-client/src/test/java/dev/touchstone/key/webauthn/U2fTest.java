package dev.touchstone.key.webauthn;

import static dev.touchstone.key.webauthn.Website.registering;
import static dev.touchstone.key.webauthn.Website.signingIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.upokecenter.cbor.CBORObject;
import dev.touchstone.fixture.client.BareClient;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.Selection;
import dev.touchstone.key.webauthn.failure.WebAuthnException.CredentialExcluded;
import dev.touchstone.key.webauthn.failure.WebAuthnException.KeyUnsuitable;
import dev.touchstone.key.webauthn.failure.WebAuthnException.NoMatchingCredential;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OriginRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key of the years before CTAP2, CTAP 2.3 §7. */
class U2fTest {

  private static final String APP_ID = "https://www.example.com/app-id.json";

  private Desk desk;

  @BeforeEach
  void putAU2fKeyOnTheDesk() throws Exception {
    desk = Desk.with(KeyModels.U2F_ONLY);
  }

  @AfterEach
  void clearTheDesk() throws Exception {
    desk.close();
  }

  @Test
  void itTellsThatItSpeaksU2fOnly() {
    assertThat(desk.session().info().isU2fOnly()).isTrue();
    assertThat(desk.session().info().algorithms()).containsExactly(-7);
  }

  @Test
  void registrationIsAttestedAsFidoU2f() throws Exception {
    Response response = new Response(desk.register(registering("ada")));

    CBORObject attestation = response.attestationObject();
    assertThat(attestation.get("fmt").AsString()).isEqualTo("fido-u2f");
    assertThat(response.flags()).isEqualTo(0x41);
    assertThat(response.aaguid()).isEqualTo(new byte[16]);
    assertThat(isSignedByTheCertificate(response)).isTrue();
  }

  /** WebAuthn Level 3 §8.6: 0x00, application, client data hash, key handle, public key. */
  private static boolean isSignedByTheCertificate(Response response) throws Exception {
    CBORObject statement = response.attestationObject().get("attStmt");
    Certificate certificate =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(statement.get("x5c").get(0).GetByteString()));
    byte[] spki = Website.bytes(response.part("publicKey"));
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.write(0);
    signed.writeBytes(response.rpIdHash());
    signed.writeBytes(Response.sha256(Website.bytes(response.part("clientDataJSON"))));
    signed.writeBytes(Website.bytes(response.json().get("rawId")));
    signed.writeBytes(Arrays.copyOfRange(spki, spki.length - 65, spki.length));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initVerify(certificate);
    signature.update(signed.toByteArray());
    return signature.verify(statement.get("sig").GetByteString());
  }

  @Test
  void signInIsSignedByTheRegisteredCredential() throws Exception {
    Response registered = new Response(desk.register(registering("ada")));

    Response response =
        new Response(
            desk.signIn(signingIn().allowing(Website.base64Url("another key's"), registered.id())));

    assertThat(response.id()).isEqualTo(registered.id());
    assertThat(response.flags()).isEqualTo(0x01);
    assertThat(response.isSignedBy(registered, "EC", "SHA256withECDSA")).isTrue();
  }

  @Test
  void aKeyOfTheExcludeListIsRefused() throws Exception {
    String id = new Response(desk.register(registering("ada"))).id();

    assertThatThrownBy(() ->
            desk.register(registering("ada").excluding(Website.base64Url("another key's"), id)))
        .isInstanceOf(CredentialExcluded.class);
  }

  @Test
  void credentialsOfOtherSitesAreNotKnown() throws Exception {
    String id = new Response(desk.register(registering("ada"))).id();

    assertThatThrownBy(
            () -> desk.signIn(signingIn().with("rpId", "\"login.example.com\"").allowing(id)))
        .isInstanceOf(NoMatchingCredential.class);
  }

  @Test
  void itCannotSignInWithoutAListOfCredentials() {
    assertThatThrownBy(() -> desk.signIn(signingIn()))
        .isInstanceOf(NoMatchingCredential.class)
        .hasMessageContaining("U2F");
  }

  @Test
  void itCannotVerifyAPerson() {
    assertThatThrownBy(() -> desk.register(registering("ada").userVerification("required")))
        .isInstanceOf(KeyUnsuitable.class);
  }

  @Test
  void itCannotHoldADiscoverableCredential() {
    assertThatThrownBy(() -> desk.register(registering("ada").residentKey("required")))
        .isInstanceOf(KeyUnsuitable.class);
  }

  @Test
  void itKnowsOneAlgorithm() {
    assertThatThrownBy(() ->
            desk.register(
                registering("ada")
                    .with("pubKeyCredParams", "[{\"type\":\"public-key\",\"alg\":-8}]")))
        .isInstanceOf(KeyUnsuitable.class);
  }

  @Test
  void wishesThatAreNoDemandsAreDropped() throws Exception {
    Response response =
        new Response(
            desk.register(
                registering("ada")
                    .residentKey("preferred")
                    .userVerification("preferred")
                    .extensions("{\"credProps\":true,\"prf\":{},\"minPinLength\":true}")));

    assertThat(response.extensionResults().toString())
        .isEqualTo("{\"credProps\":{\"rk\":false},\"prf\":{\"enabled\":false}}");
  }

  @Test
  void commandsOfCtap2AreRefusedAsByAKeyThatDoesNotKnowThem() {
    assertThatThrownBy(() -> desk.session().send(new Selection(), desk.person, desk.cancel))
        .isInstanceOf(KeyRefused.class)
        .extracting(e -> ((KeyRefused) e).status())
        .isEqualTo(CtapStatus.INVALID_COMMAND);
  }

  @Test
  void aLongListIsSearchedToTheEnd() throws Exception {
    String id = new Response(desk.register(registering("ada"))).id();
    String[] many = new String[30];
    for (int i = 0; i < many.length; i++) {
      many[i] = i == 29 ? id : Website.base64Url("of another key, number " + i);
    }

    assertThat(new Response(desk.signIn(signingIn().allowing(many))).id()).isEqualTo(id);
  }

  /** Registers as a site did before it knew of RP IDs. */
  private String registeredUnderTheAppId() throws Exception {
    String response =
        new BareClient(desk.key, Website.ORIGIN)
            .register(
                registering("ada")
                    .with("rp", "{\"id\":\"" + APP_ID + "\",\"name\":\"Example\"}")
                    .json());
    desk.reopen();
    return Website.parse(response).get("id").textValue();
  }

  @Test
  void aCredentialOfTheU2fTimeIsFoundByItsAppId() throws Exception {
    String id = registeredUnderTheAppId();

    Response response =
        new Response(
            desk.signIn(signingIn().allowing(id).extensions("{\"appid\":\"" + APP_ID + "\"}")));

    assertThat(response.extensionResults().toString()).isEqualTo("{\"appid\":true}");
    assertThat(response.rpIdHash())
        .isEqualTo(Response.sha256(APP_ID.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theAppIdDoesNotCountWhereTheRpIdWillDo() throws Exception {
    String id = new Response(desk.register(registering("ada"))).id();

    Response response =
        new Response(
            desk.signIn(signingIn().allowing(id).extensions("{\"appid\":\"" + APP_ID + "\"}")));

    assertThat(response.extensionResults().toString()).isEqualTo("{\"appid\":false}");
  }

  @Test
  void aCredentialOfTheU2fTimeIsExcludedByItsAppId() throws Exception {
    String id = registeredUnderTheAppId();
    String extensions = "{\"appidExclude\":\"" + APP_ID + "\"}";

    assertThatThrownBy(() -> desk.register(registering("ada").excluding(id).extensions(extensions)))
        .isInstanceOf(CredentialExcluded.class);
    assertThat(
            new Response(desk.register(registering("ada").extensions(extensions)))
                .extensionResults()
                .toString())
        .isEqualTo("{\"appidExclude\":true}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/app-id.json",
        "http://example.com/app-id.json",
        "https://evil-example.com",
        "https://com",
        "not a url",
      })
  void theAppIdOfAnotherSiteIsRefused(String appId) {
    assertThatThrownBy(() ->
            desk.signIn(signingIn().allowing("AA").extensions("{\"appid\":\"" + appId + "\"}")))
        .isInstanceOf(OriginRefused.class)
        .hasMessageContaining(appId);
  }
}
