package dev.touchstone.key.webauthn;

import static dev.touchstone.key.webauthn.Website.bytes;
import static dev.touchstone.key.webauthn.Website.registering;
import static dev.touchstone.key.webauthn.Website.signingIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.fixture.key.model.KeyModel;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsTest {

  private static final KeyModel WITHOUT_EXTENSIONS =
      KeyModels.TOUCHSTONE.with(model -> model.extensions(Set.of()));

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

  private Response register(String extensions) throws Exception {
    return new Response(
        desk.register(registering("ada").residentKey("required").extensions(extensions)));
  }

  private JsonNode signIn(String id, String extensions) throws Exception {
    return new Response(desk.signIn(signingIn().allowing(id).extensions(extensions)))
        .extensionResults();
  }

  private static void assertRefused(ThrowingCallable ceremony, String domException) {
    assertThatThrownBy(ceremony)
        .isInstanceOf(WebAuthnException.class)
        .extracting(e -> ((WebAuthnException) e).domExceptionName())
        .isEqualTo(domException);
  }

  @Test
  void unknownExtensionsAreIgnored() throws Exception {
    assertThat(register("{\"teleport\":{\"to\":\"moon\"}}").extensionResults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"required, true", "discouraged, false"})
  void credPropsTellsWhetherTheCredentialIsDiscoverable(String residentKey, boolean rk)
      throws Exception {
    Response response =
        new Response(
            desk.register(
                registering("ada").residentKey(residentKey).extensions("{\"credProps\":true}")));

    assertThat(response.extensionResults().toString())
        .isEqualTo("{\"credProps\":{\"rk\":" + rk + "}}");
  }

  @ParameterizedTest
  @CsvSource({
    "userVerificationOptional, 1",
    "userVerificationOptionalWithCredentialIDList, 2",
    "userVerificationRequired, 3",
  })
  void credProtectReachesTheKey(String policy, int level) throws Exception {
    Response response = register("{\"credentialProtectionPolicy\":\"" + policy + "\"}");

    assertThat(response.authenticatorExtensions().get("credProtect").AsInt32()).isEqualTo(level);
    assertThat(response.extensionResults()).isEmpty();
  }

  @Test
  void credProtectThatIsEnforcedNeedsAKeyThatHasIt() throws Exception {
    use(WITHOUT_EXTENSIONS);

    assertRefused(
        () ->
            register(
                "{\"credentialProtectionPolicy\":\"userVerificationRequired\","
                    + "\"enforceCredentialProtectionPolicy\":true}"),
        "NotAllowedError");
  }

  @Test
  void credProtectThatIsNotEnforcedIsDropped() throws Exception {
    use(WITHOUT_EXTENSIONS);

    assertThat(register("{\"credentialProtectionPolicy\":\"userVerificationRequired\"}").json())
        .isNotEmpty();
  }

  @Test
  void anUnknownProtectionPolicyIsRefused() {
    assertRefused(() -> register("{\"credentialProtectionPolicy\":\"fort knox\"}"), "TypeError");
  }

  @Test
  void minPinLengthIsToldToWhomTheKeyMayTellIt() throws Exception {
    use(
        KeyModels.TOUCHSTONE.with(
            model -> model.pin(pin -> pin.withMinPinLengthRpIds(Set.of("example.com")))));

    assertThat(register("{\"minPinLength\":true}").authenticatorExtensions().get("minPinLength"))
        .isNotNull()
        .extracting(length -> length.AsInt32())
        .isEqualTo(4);
  }

  @Test
  void hmacCreateSecretPreparesTheCredential() throws Exception {
    assertThat(register("{\"hmacCreateSecret\":true}").extensionResults().toString())
        .isEqualTo("{\"hmacCreateSecret\":true}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void prfGivesTheSameOutputForTheSameInputUnderEitherProtocol(int protocol) throws Exception {
    use(KeyModels.TOUCHSTONE.with(model -> model.pin(pin -> pin.withProtocols(List.of(protocol)))));
    Response registered = register("{\"prf\":{}}");
    assertThat(registered.extensionResults().toString()).isEqualTo("{\"prf\":{\"enabled\":true}}");

    JsonNode first =
        signIn(registered.id(), "{\"prf\":{\"eval\":{\"first\":\"AAEC\",\"second\":\"AwQF\"}}}");
    JsonNode second =
        signIn(registered.id(), "{\"prf\":{\"eval\":{\"first\":\"AAEC\",\"second\":\"BgcI\"}}}");

    JsonNode results = first.get("prf").get("results");
    JsonNode others = second.get("prf").get("results");
    assertThat(bytes(results.get("first"))).hasSize(32);
    assertThat(results.get("first")).isEqualTo(others.get("first"));
    assertThat(results.get("second")).isNotEqualTo(others.get("second"));
    assertThat(first.get("prf").has("enabled")).isFalse();
  }

  @Test
  void prfWithoutInputsAnswersWithNothing() throws Exception {
    Response registered = register("{\"prf\":{}}");

    assertThat(signIn(registered.id(), "{\"prf\":{}}").toString()).isEqualTo("{\"prf\":{}}");
  }

  @Test
  void prfInputsOfTheCredentialWinOverThoseForAny() throws Exception {
    String id = register("{\"prf\":{}}").id();
    String other = Website.base64Url("of another key");
    String eval = "{\"first\":\"AAEC\"}";
    JsonNode alone = signIn(id, "{\"prf\":{\"eval\":{\"first\":\"BwcH\"}}}");

    JsonNode chosen =
        new Response(
                desk.signIn(
                    signingIn()
                        .allowing(other, id)
                        .extensions(
                            "{\"prf\":{\"eval\":"
                                + eval
                                + ",\"evalByCredential\":{\""
                                + id
                                + "\":{\"first\":\"BwcH\"}}}}")))
            .extensionResults();

    assertThat(chosen).isEqualTo(alone);
  }

  @Test
  void prfOnAKeyWithoutHmacSecretIsNotEnabled() throws Exception {
    use(WITHOUT_EXTENSIONS);

    Response registered = register("{\"prf\":{\"eval\":{\"first\":\"AA\"}}}");

    assertThat(registered.extensionResults().toString()).isEqualTo("{\"prf\":{\"enabled\":false}}");
    assertThat(signIn(registered.id(), "{\"prf\":{\"eval\":{\"first\":\"AA\"}}}").toString())
        .isEqualTo("{\"prf\":{}}");
  }

  @Test
  void prfByCredentialIsForSigningInWithAListOnly() throws Exception {
    String id = register("{\"prf\":{}}").id();
    String byCredential = "{\"prf\":{\"evalByCredential\":{\"" + id + "\":{\"first\":\"AA\"}}}}";

    assertRefused(() -> register(byCredential), "NotSupportedError");
    assertRefused(() -> desk.signIn(signingIn().extensions(byCredential)), "NotSupportedError");
    assertRefused(() -> signIn(Website.base64Url("x"), byCredential), "SyntaxError");
  }

  @Test
  void prfNeedsItsFirstInput() {
    assertRefused(() -> register("{\"prf\":{\"eval\":{\"second\":\"AA\"}}}"), "TypeError");
  }

  @Test
  void prfWorksWithAPinToo() throws Exception {
    desk.withPin();
    desk.person.typing(Desk.PIN, "999999", Desk.PIN);
    String id = register("{\"prf\":{}}").id();

    JsonNode results =
        new Response(
                desk.signIn(
                    signingIn()
                        .allowing(id)
                        .userVerification("required")
                        .extensions("{\"prf\":{\"eval\":{\"first\":\"AA\"}}}")))
            .extensionResults();

    assertThat(bytes(results.get("prf").get("results").get("first"))).hasSize(32);
  }

  @Test
  void aLargeBlobIsReadAsItWasWritten() throws Exception {
    Response registered = register("{\"largeBlob\":{\"support\":\"required\"}}");
    assertThat(registered.extensionResults().toString())
        .isEqualTo("{\"largeBlob\":{\"supported\":true}}");
    String blob = Website.base64Url("certificate ".repeat(100));

    JsonNode written = signIn(registered.id(), "{\"largeBlob\":{\"write\":\"" + blob + "\"}}");
    JsonNode read = signIn(registered.id(), "{\"largeBlob\":{\"read\":true}}");

    assertThat(written.toString()).isEqualTo("{\"largeBlob\":{\"written\":true}}");
    assertThat(read.get("largeBlob").get("blob").textValue()).isEqualTo(blob);
  }

  @Test
  void aLargeBlobIsWrittenUnderThePin() throws Exception {
    desk.withPin();
    desk.person.typing(Desk.PIN, Desk.PIN);
    String id = register("{\"largeBlob\":{\"support\":\"required\"}}").id();

    assertThat(signIn(id, "{\"largeBlob\":{\"write\":\"AAEC\"}}").toString())
        .isEqualTo("{\"largeBlob\":{\"written\":true}}");
    assertThat(signIn(id, "{\"largeBlob\":{\"read\":true}}").toString())
        .isEqualTo("{\"largeBlob\":{\"blob\":\"AAEC\"}}");
  }

  @Test
  void writingAgainReplacesTheBlobAndKeepsThoseOfOthers() throws Exception {
    String ada = register("{\"largeBlob\":{}}").id();
    String bob =
        new Response(
                desk.register(
                    registering("bob").residentKey("required").extensions("{\"largeBlob\":{}}")))
            .id();
    signIn(ada, "{\"largeBlob\":{\"write\":\"AAAA\"}}");
    signIn(bob, "{\"largeBlob\":{\"write\":\"BBBB\"}}");

    signIn(ada, "{\"largeBlob\":{\"write\":\"CCCC\"}}");

    assertThat(signIn(ada, "{\"largeBlob\":{\"read\":true}}").get("largeBlob").get("blob"))
        .hasToString("\"CCCC\"");
    assertThat(signIn(bob, "{\"largeBlob\":{\"read\":true}}").get("largeBlob").get("blob"))
        .hasToString("\"BBBB\"");
  }

  @Test
  void aLargeBlobThatDoesNotFitIsNotWritten() throws Exception {
    String id = register("{\"largeBlob\":{}}").id();
    byte[] noise = new byte[8000];
    new Random(1).nextBytes(noise);
    String blob = Base64.getUrlEncoder().withoutPadding().encodeToString(noise);

    assertThat(signIn(id, "{\"largeBlob\":{\"write\":\"" + blob + "\"}}").toString())
        .isEqualTo("{\"largeBlob\":{\"written\":false}}");
  }

  @Test
  void aLargeBlobThatSpansSeveralMessagesArrivesWhole() throws Exception {
    String id = register("{\"largeBlob\":{}}").id();
    byte[] noise = new byte[3000];
    new Random(2).nextBytes(noise);
    String blob = Base64.getUrlEncoder().withoutPadding().encodeToString(noise);

    signIn(id, "{\"largeBlob\":{\"write\":\"" + blob + "\"}}");

    assertThat(
            signIn(id, "{\"largeBlob\":{\"read\":true}}").get("largeBlob").get("blob").textValue())
        .isEqualTo(blob);
  }

  @Test
  void whereNoBlobWasWrittenNoneIsRead() throws Exception {
    String id = register("{\"largeBlob\":{}}").id();

    assertThat(signIn(id, "{\"largeBlob\":{\"read\":true}}").toString())
        .isEqualTo("{\"largeBlob\":{}}");
  }

  @Test
  void largeBlobThatIsRequiredNeedsAKeyThatKeepsThem() throws Exception {
    use(WITHOUT_EXTENSIONS);

    assertRefused(
        () -> register("{\"largeBlob\":{\"support\":\"required\"}}"), "NotSupportedError");
    assertThat(register("{\"largeBlob\":{}}").extensionResults().toString())
        .isEqualTo("{\"largeBlob\":{\"supported\":false}}");
  }

  @Test
  void largeBlobMembersOfTheOtherCeremonyAreRefused() throws Exception {
    String id = register("{\"largeBlob\":{}}").id();

    assertRefused(() -> register("{\"largeBlob\":{\"read\":true}}"), "NotSupportedError");
    assertRefused(() -> register("{\"largeBlob\":{\"write\":\"AA\"}}"), "NotSupportedError");
    assertRefused(
        () -> signIn(id, "{\"largeBlob\":{\"support\":\"required\"}}"), "NotSupportedError");
    assertRefused(
        () -> signIn(id, "{\"largeBlob\":{\"read\":true,\"write\":\"AA\"}}"), "NotSupportedError");
    assertRefused(
        () -> desk.signIn(signingIn().extensions("{\"largeBlob\":{\"write\":\"AA\"}}")),
        "NotSupportedError");
  }
}
