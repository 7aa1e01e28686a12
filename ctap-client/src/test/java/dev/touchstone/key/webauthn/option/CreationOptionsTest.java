package dev.touchstone.key.webauthn.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.webauthn.failure.WebAuthnException.OptionsRejected;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreationOptionsTest {

  private static final String USER =
      "\"user\":{\"id\":\"YWRh\",\"name\":\"ada\",\"displayName\":\"Ada\"}";
  private static final String REST =
      "\"challenge\":\"AAEC\",\"pubKeyCredParams\":[{\"type\":\"public-key\",\"alg\":-7}]";
  private static final String RP = "\"rp\":{\"id\":\"example.com\",\"name\":\"Example\"}";

  private static String options(String... members) {
    return "{" + String.join(",", members) + "}";
  }

  @Test
  void readsWhatIsThereAndFillsInTheDefaults() throws Exception {
    CreationOptions options = CreationOptions.parse(options(RP, USER, REST));

    assertThat(options.rpId()).hasValue("example.com");
    assertThat(options.user().name()).isEqualTo("ada");
    assertThat(options.challenge().toArray()).containsExactly(0, 1, 2);
    assertThat(options.algorithms()).containsExactly(-7);
    assertThat(options.timeout()).isEqualTo(Duration.ofMinutes(5));
    assertThat(options.residentKey()).isEqualTo(ResidentKeyRequirement.DISCOURAGED);
    assertThat(options.userVerification()).isEqualTo(UserVerificationRequirement.PREFERRED);
    assertThat(options.attestation()).isEqualTo(AttestationConveyance.NONE);
    assertThat(options.attachment()).isEqualTo(Attachment.ANY);
  }

  @Test
  void membersAndValuesThatNobodyKnowsAreIgnored() throws Exception {
    CreationOptions options =
        CreationOptions.parse(
            options(
                RP,
                USER,
                REST,
                "\"future\":{\"x\":[1]}",
                "\"attestation\":\"quantum\"",
                "\"authenticatorSelection\":{\"residentKey\":\"maybe\",\"userVerification\":\"maybe\"}"));

    assertThat(options.attestation()).isEqualTo(AttestationConveyance.NONE);
    assertThat(options.residentKey()).isEqualTo(ResidentKeyRequirement.DISCOURAGED);
    assertThat(options.userVerification()).isEqualTo(UserVerificationRequirement.PREFERRED);
  }

  @Test
  void credentialsAndAlgorithmsOfUnknownTypesAreLeftAway() throws Exception {
    CreationOptions options =
        CreationOptions.parse(
            options(
                RP,
                USER,
                "\"challenge\":\"AA\"",
                "\"pubKeyCredParams\":[{\"type\":\"password\",\"alg\":1},{\"type\":\"public-key\",\"alg\":-8}]",
                "\"excludeCredentials\":[{\"type\":\"password\",\"id\":\"AA\"},{\"type\":\"public-key\",\"id\":\"AQ\"}]"));

    assertThat(options.algorithms()).containsExactly(-8);
    assertThat(options.excludeCredentials()).hasSize(1);
  }

  @Test
  void anEmptyListOfAlgorithmsStandsForTheTwoUsualOnes() throws Exception {
    CreationOptions options =
        CreationOptions.parse(options(RP, USER, "\"challenge\":\"AA\"", "\"pubKeyCredParams\":[]"));

    assertThat(options.algorithms()).containsExactly(-7, -257);
  }

  @Test
  void theTimeoutIsHonouredUpToTenMinutes() throws Exception {
    assertThat(CreationOptions.parse(options(RP, USER, REST, "\"timeout\":1500")).timeout())
        .isEqualTo(Duration.ofMillis(1500));
    assertThat(CreationOptions.parse(options(RP, USER, REST, "\"timeout\":86400000")).timeout())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // hints, attachment, what comes of it
        "[] | platform | PLATFORM",
        "[] | cross-platform | CROSS_PLATFORM",
        "[\"security-key\"] | platform | CROSS_PLATFORM",
        "[\"client-device\"] | cross-platform | ANY",
        "[\"hologram\",\"security-key\"] | platform | CROSS_PLATFORM",
        "[\"hologram\"] | platform | PLATFORM",
      })
  void hintsWinOverTheAttachment(String hints, String attachment, Attachment expected)
      throws Exception {
    CreationOptions options =
        CreationOptions.parse(
            options(
                RP,
                USER,
                REST,
                "\"hints\":" + hints,
                "\"authenticatorSelection\":{\"authenticatorAttachment\":\"" + attachment + "\"}"));

    assertThat(options.attachment()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rp | {'user':{'id':'YQ','name':'a','displayName':'a'},'challenge':'AA','pubKeyCredParams':[]}",
        "rp | {'rp':'example.com'}",
        "rp.name | {'rp':{'id':'example.com'}}",
        "rp.id | {'rp':{'id':5,'name':'x'}}",
        "user | {'rp':{'name':'x'}}",
        "user.id | {'rp':{'name':'x'},'user':{'name':'a','displayName':'a'}}",
        "user.id | {'rp':{'name':'x'},'user':{'id':'a+b/','name':'a','displayName':'a'}}",
        "user.id | {'rp':{'name':'x'},'user':{'id':'','name':'a','displayName':'a'}}",
        "user.name | {'rp':{'name':'x'},'user':{'id':'YQ','displayName':'a'}}",
        "user.displayName | {'rp':{'name':'x'},'user':{'id':'YQ','name':'a'}}",
        "challenge | {'rp':{'name':'x'},'user':{'id':'YQ','name':'a','displayName':'a'}}",
        "pubKeyCredParams | {'rp':{'name':'x'},'user':{'id':'YQ','name':'a','displayName':'a'},'challenge':'AA'}",
        "pubKeyCredParams[0].alg | {'rp':{'name':'x'},'user':{'id':'YQ','name':'a','displayName':'a'},'challenge':'AA','pubKeyCredParams':[{'type':'public-key','alg':'ES256'}]}",
        "pubKeyCredParams[1].type | {'rp':{'name':'x'},'user':{'id':'YQ','name':'a','displayName':'a'},'challenge':'AA','pubKeyCredParams':[{'type':'public-key','alg':-7},{'alg':-8}]}",
        "pubKeyCredParams | {'rp':{'name':'x'},'user':{'id':'YQ','name':'a','displayName':'a'},'challenge':'AA','pubKeyCredParams':[{'type':'password','alg':-7}]}",
      })
  void aMalformedMemberIsNamed(String member, String json) {
    assertThatThrownBy(() -> CreationOptions.parse(json.replace('\'', '"')))
        .isInstanceOf(OptionsRejected.class)
        .hasMessageEndingWith(".")
        .extracting(e -> ((OptionsRejected) e).member())
        .isEqualTo(member);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "timeout | 'timeout':'soon'",
        "timeout | 'timeout':-1",
        "excludeCredentials | 'excludeCredentials':{}",
        "excludeCredentials[0].id | 'excludeCredentials':[{'type':'public-key'}]",
        "excludeCredentials[0].id | 'excludeCredentials':[{'type':'public-key','id':'?'}]",
        "hints | 'hints':'security-key'",
        "authenticatorSelection | 'authenticatorSelection':[]",
        "authenticatorSelection.requireResidentKey | 'authenticatorSelection':{'requireResidentKey':'yes'}",
        "attestation | 'attestation':{}",
      })
  void aMalformedOptionalMemberIsNamedToo(String member, String text) {
    assertThatThrownBy(
            () -> CreationOptions.parse(options(RP, USER, REST, text.replace('\'', '"'))))
        .isInstanceOf(OptionsRejected.class)
        .extracting(e -> ((OptionsRejected) e).member())
        .isEqualTo(member);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "5", "null", "\"x\"", "{", "{\"rp\":}", "{} {}", "{'rp':1}"})
  void whatIsNoJsonObjectIsRefused(String text) {
    assertThatThrownBy(() -> CreationOptions.parse(text))
        .isInstanceOf(OptionsRejected.class)
        .hasMessageStartingWith("The text of the options ");
  }
}
