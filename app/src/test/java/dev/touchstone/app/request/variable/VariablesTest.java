package dev.touchstone.app.request.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Body;
import dev.touchstone.app.request.Confidential;
import dev.touchstone.app.request.Header;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VariablesTest {

  private static final String JWT = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln";

  @Test
  void aValueIsNoMoreThanAValueWhereverItStands() throws Failure {
    Variables variables =
        Variables.of(
            Map.of("base", "https://a.test/api/", "id", "a/b?c&d", "name", "x\",\"role\":\"admin"));
    Request filled =
        Filling.of(
            new Request(
                "POST",
                "{{base}}/users/{{id}}?q={{id}}",
                List.of(new Header("Content-Type", "application/json"), new Header("X", "{{id}}")),
                Body.of("{\"name\":\"{{name}}\"}"),
                false),
            variables);
    assertThat(filled.url()).isEqualTo("https://a.test/api/users/a%2Fb%3Fc%26d?q=a%2Fb%3Fc%26d");
    assertThat(filled.header("X")).contains("a/b?c&d");
    assertThat(filled.body().shown()).isEqualTo("{\"name\":\"x\\\",\\\"role\\\":\\\"admin\"}");
  }

  @Test
  void aValueThatLooksLikeAVariableIsNotFilledInAgain() throws Failure {
    Request filled =
        Filling.of(
            Request.of("GET", "https://a.test/").with("X", "{{a}}"),
            Variables.of(Map.of("a", "{{b}}", "b", "secret")));
    assertThat(filled.header("X")).contains("{{b}}");
  }

  @Test
  void allVariablesWithoutAValueAreNamedAtOnce() {
    Failure failure =
        catchThrowableOfType(
            Failure.class,
            () ->
                Filling.of(
                    Request.of("GET", "https://a.test/{{id}}").with("X", "{{other}}"),
                    Variables.NONE));
    assertThat(failure.advice().happened()).contains("{{id}}", "{{other}}");
  }

  @Test
  void aSecretGoesToItsOriginAndToNoOther() throws Failure {
    Variables secrets =
        name ->
            name.equals("token")
                ? Optional.of(
                    new Value("geheim", Optional.of(Origin.of(URI.create("https://a.test")))))
                : Optional.empty();
    Request good =
        Request.of("GET", "https://A.test:443/x").with("Authorization", "Bearer {{token}}");
    assertThat(Filling.of(good, secrets).header("Authorization")).contains("Bearer geheim");
    for (String foreign :
        List.of(
            "https://a.test.evil.test/",
            "http://a.test/",
            "https://a.test:8443/",
            "https://a.test@evil.test/?{{token}}")) {
      Failure failure =
          catchThrowableOfType(Failure.class, () -> Filling.of(good.withUrl(foreign), secrets));
      assertThat(failure).as(foreign).isNotNull();
      assertThat(failure.advice().happened())
          .contains("is for https://a.test")
          .doesNotContain("geheim");
    }
  }

  @Test
  void aTokenThatWouldGoElsewhereIsNotCalledByANameThatNobodyGaveIt() {
    assertThat(
            RequestAdvice.foreign(
                    RequestAdvice.BEARER, "https://a.test", Origin.of(URI.create("https://b.test")))
                .advice()
                .happened())
        .startsWith("The token is for https://a.test")
        .doesNotContain(RequestAdvice.BEARER);
  }

  @Test
  void whatOpensDoorsIsTakenOutAndLeavesAVariable() {
    Extraction.Result result =
        Extraction.of(
            new Request(
                "POST",
                "https://ada:pw@a.test/x?access_token=abc&page=2",
                List.of(
                    new Header("Authorization", "Bearer " + JWT),
                    new Header("Cookie", "sid=1"),
                    new Header("X-Api-Key", "k"),
                    new Header("X-Note", "see " + JWT),
                    new Header("Content-Type", "application/json")),
                Body.of("{\"user\":\"ada\",\"password\":\"p\",\"in\":[{\"refresh_token\":\"r\"}]}"),
                false));
    Request request = result.request();
    assertThat(request.url())
        .isEqualTo("https://{{login}}@a.test/x?access_token={{access_token}}&page=2");
    assertThat(request.headers().stream().map(Header::value))
        .containsExactly(
            "Bearer {{token}}", "{{cookie}}", "{{x_api_key}}", "see {{token}}", "application/json");
    assertThat(request.body().shown())
        .isEqualTo(
            "{\"user\":\"ada\",\"password\":\"{{password}}\",\"in\":[{\"refresh_token\":\"{{refresh_token}}\"}]}");
    assertThat(result.taken())
        .containsEntry("token", JWT)
        .containsEntry("login", "ada:pw")
        .containsEntry("password", "p")
        .hasSize(7);
    assertThat(Extraction.of(request).taken()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Auth",
        "X-Auth-Key",
        "Ocp-Apim-Subscription-Key",
        "x-functions-key",
        "DD-API-KEY"
      })
  void keysOfServicesAreTakenOutByTheNamesOfTheirHeaders(String name) {
    Request request =
        new Request(
            "GET",
            "https://ada:p@ss@a.test/",
            List.of(new Header(name, "geheim")),
            Body.of("{\"otp\":123456,\"author\":\"ada\"}"),
            false);
    Request kept = Extraction.of(request).request();
    assertThat(kept.headers()).noneMatch(it -> it.value().contains("geheim"));
    assertThat(kept.url()).isEqualTo("https://{{login}}@a.test/");
    assertThat(kept.body().shown()).doesNotContain("123456").contains("\"author\":\"ada\"");
  }

  @Test
  void whatWasTakenOutFilledInAgainIsWhatItWas() throws Failure {
    Request request =
        new Request(
            "POST",
            "https://a.test/x?token=a%2Fb",
            List.of(new Header("Content-Type", "application/x-www-form-urlencoded")),
            Body.of("user=ada&password=p%20%26q"),
            false);
    Extraction.Result result = Extraction.of(request);
    assertThat(result.taken()).containsValues("a/b", "p &q");
    Request again = Filling.of(result.request(), Variables.of(result.taken()));
    assertThat(again.url()).isEqualTo(request.url());
    assertThat(again.body()).isEqualTo(request.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.test/x?token=geheim&code=geheim",
        "https://ada:geheim@a.test/",
        "https://ada:x@geheim@a.test/",
        "https://a.test/reset/geheim0123456789abcdefghijklmnop",
        "https://a.test/eyJhbGciOiJub25lIn0.Z2VoZWlt.geheim",
      })
  void anAddressIsCoveredBeforeItIsWrittenDown(String address) {
    assertThat(Confidential.covered(address)).doesNotContain("geheim").contains("a.test");
  }
}
