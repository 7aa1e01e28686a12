package dev.touchstone.key.webauthn;

import static dev.touchstone.key.webauthn.Website.bytes;
import static dev.touchstone.key.webauthn.Website.registering;
import static dev.touchstone.key.webauthn.Website.signingIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.ctap.KeyException.Stopped;
import dev.touchstone.key.session.Interaction.Account;
import dev.touchstone.key.webauthn.failure.WebAuthnException.NoMatchingCredential;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {

  private Desk desk;

  @BeforeEach
  void putAKeyOnTheDesk() throws Exception {
    desk = Desk.with(KeyModels.TOUCHSTONE);
  }

  @AfterEach
  void clearTheDesk() throws Exception {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({
    "-7, EC, SHA256withECDSA",
    "-8, Ed25519, Ed25519",
    "-35, EC, SHA384withECDSA",
  })
  void theSignatureIsThatOfTheRegisteredCredential(int cose, String keyType, String algorithm)
      throws Exception {
    Response registered =
        new Response(
            desk.register(
                registering("ada")
                    .with("pubKeyCredParams", "[{\"type\":\"public-key\",\"alg\":" + cose + "}]")));

    Response response = new Response(desk.signIn(signingIn().allowing(registered.id())));

    assertThat(response.id()).isEqualTo(registered.id());
    assertThat(response.isSignedBy(registered, keyType, algorithm)).isTrue();
    assertThat(response.signCount()).isGreaterThan(registered.signCount());
    assertThat(new String(bytes(response.part("clientDataJSON")), StandardCharsets.UTF_8))
        .startsWith("{\"type\":\"webauthn.get\",");
  }

  @Test
  void theOneThatIsOnTheKeyIsFoundInAListThatIsTooLongForIt() throws Exception {
    String id = new Response(desk.register(registering("ada"))).id();
    String[] many =
        IntStream.range(0, 60)
            .mapToObj(i -> i == 41 ? id : Website.base64Url("of another key, number " + i))
            .toArray(String[]::new);

    assertThat(new Response(desk.signIn(signingIn().allowing(many))).id()).isEqualTo(id);
  }

  @Test
  void aKeyWithNoneOfTheCredentialsSaysSo() {
    assertThatThrownBy(() -> desk.signIn(signingIn().allowing(Website.base64Url("of another key"))))
        .isInstanceOf(NoMatchingCredential.class);
  }

  @Test
  void aListOfCredentialsThatCannotBeOfThisKeyIsNotTakenForNoList() throws Exception {
    desk.register(registering("ada").residentKey("required"));

    assertThatThrownBy(() -> desk.signIn(signingIn().allowing(Website.base64Url("x".repeat(2000)))))
        .isInstanceOf(NoMatchingCredential.class);
  }

  @Test
  void aKeyWithoutADiscoverableCredentialSaysSo() {
    assertThatThrownBy(() -> desk.signIn(signingIn()))
        .isInstanceOf(NoMatchingCredential.class)
        .hasMessageContaining("example.com");
  }

  @Test
  void theOnlyDiscoverableCredentialIsTakenWithoutAQuestion() throws Exception {
    String id = new Response(desk.register(registering("ada").residentKey("required"))).id();

    Response response = new Response(desk.signIn(signingIn()));

    assertThat(response.id()).isEqualTo(id);
    assertThat(response.part("userHandle").textValue()).isEqualTo(Website.base64Url("ada"));
    assertThat(desk.person.offered).isEmpty();
  }

  @Test
  void ofSeveralAccountsThePersonChoosesOne() throws Exception {
    desk.withPin();
    desk.person.typing(Desk.PIN, Desk.PIN, Desk.PIN, Desk.PIN);
    for (String user : new String[] {"ada", "bob", "eve"}) {
      desk.register(registering(user).residentKey("required").userVerification("required"));
    }
    desk.person.choosing(accounts -> accounts.stream().map(Account::name).toList().indexOf("bob"));

    Response response = new Response(desk.signIn(signingIn().userVerification("required")));

    assertThat(desk.person.offered)
        .singleElement()
        .satisfies(accounts ->
            assertThat(accounts)
                .extracting(Account::displayName)
                .containsExactlyInAnyOrder("The ada", "The bob", "The eve"));
    assertThat(response.part("userHandle").textValue()).isEqualTo(Website.base64Url("bob"));
  }

  @Test
  void withoutVerificationTheKeyTellsNoNamesButStillHandles() throws Exception {
    desk.register(registering("ada").residentKey("required"));
    desk.register(registering("bob").residentKey("required"));
    desk.person.choosing(accounts -> 1);

    desk.signIn(signingIn());

    assertThat(desk.person.offered.getFirst())
        .containsExactlyInAnyOrder(
            new Account(Website.base64Url("ada"), "", ""),
            new Account(Website.base64Url("bob"), "", ""));
  }

  @Test
  void whoChoosesNoAccountStops() throws Exception {
    desk.register(registering("ada").residentKey("required"));
    desk.register(registering("bob").residentKey("required"));

    assertThatThrownBy(() -> desk.signIn(signingIn()))
        .isInstanceOf(Stopped.class)
        .extracting(e -> ((Stopped) e).why())
        .isEqualTo(Stopped.Why.CANCELLED);
  }
}
