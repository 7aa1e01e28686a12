package dev.touchstone.key.webauthn.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.webauthn.failure.WebAuthnException.OptionsRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestOptionsTest {

  @Test
  void anEmptyListAllowsAnyCredential() throws Exception {
    assertThat(RequestOptions.parse("{\"challenge\":\"AA\"}").anyCredential()).isTrue();
    assertThat(
            RequestOptions.parse("{\"challenge\":\"AA\",\"allowCredentials\":[]}").anyCredential())
        .isTrue();
  }

  @Test
  void aListOfNothingThatIsKnownDoesNotAllowAnyCredential() throws Exception {
    RequestOptions options =
        RequestOptions.parse(
            "{\"challenge\":\"AA\",\"allowCredentials\":[{\"type\":\"password\",\"id\":\"AA\"}]}");

    assertThat(options.anyCredential()).isFalse();
    assertThat(options.allowCredentials()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "challenge | {}",
        "challenge | {'challenge':7}",
        "rpId | {'challenge':'AA','rpId':[]}",
        "allowCredentials[1] | {'challenge':'AA','allowCredentials':[{'type':'public-key','id':'AA'},5]}",
        "allowCredentials[0].type | {'challenge':'AA','allowCredentials':[{'id':'AA'}]}",
        "userVerification | {'challenge':'AA','userVerification':true}",
        "hints[0] | {'challenge':'AA','hints':[5]}",
      })
  void aMalformedMemberIsNamed(String member, String json) {
    assertThatThrownBy(() -> RequestOptions.parse(json.replace('\'', '"')))
        .isInstanceOf(OptionsRejected.class)
        .extracting(e -> ((OptionsRejected) e).member())
        .isEqualTo(member);
  }
}
