package dev.touchstone.rp.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever uses the page next gets nothing of whoever used it before, however late it comes. */
final class LateAnswersTest extends PageTest {

  private static final String ADA = "ada@example.com";
  private static final String LISTED = "document.querySelectorAll('#credentials li').length";
  private static final String SIGNED_IN = "!document.getElementById('signed-in').hidden";
  private static final String SIGNED_OUT = "!document.getElementById('signed-out').hidden";

  @Test
  void aTokenThatComesAfterSigningOutIsShownToNobody() throws Exception {
    signInAda();
    browser.type("#token-name", "nightly");
    holdBack("/tokens");
    browser.click("#new-token button");
    signOutAndLetItCome();

    assertThat(textInThePage()).doesNotContain("tst_");
    assertThat(browser.run("return document.getElementById('made-token').hidden").asBoolean())
        .isTrue();
  }

  @Test
  void aSecretThatComesAfterSigningOutIsNotEvenDrawn() throws Exception {
    signInAda();
    holdBack("/auth/otp/enable");
    browser.click("#otp-enable");
    signOutAndLetItCome();
  }

  @Test
  void recoveryCodesThatComeAfterSigningOutAreShownToNobody() throws Exception {
    signInAda();
    browser.click("#otp-enable");
    browser.await("document.activeElement.id === 'otp-code'");
    String secret = browser.text("#otp-secret").replace(" ", "");
    OtpAuth device = OtpAuth.parse(secret, Totp.USUAL);
    browser.type(
        "#otp-code", device.totp().code(device.secret(), device.totp().step(page.clock.instant())));
    holdBack("/auth/otp/confirm");
    browser.click("#otp-confirm button");
    signOutAndLetItCome();

    assertThat(browser.run("return document.querySelector('#recovery-code-list li')").isNull())
        .isTrue();
    assertThat(textInThePage()).doesNotContain(secret);
  }

  @Test
  void aSignInThatIsRenewedAfterSigningOutIsNone() throws Exception {
    signInAda();
    page.clock.advance(Duration.ofMinutes(11));
    holdBack("/login/complete");
    browser.click("#otp-enable");
    signOutAndLetItCome();
  }

  @Test
  void anAddressThatIsVerifiedAfterSigningOutSignsNobodyIn() throws Exception {
    signInAda();
    browser.click("#address-send");
    browser.await("document.activeElement.id === 'address-otp'");
    browser.type("#address-otp", page.mailedCode(1));
    holdBack("/api/auth/change-email/verify");
    browser.click("#address-check button");
    signOutAndLetItCome();
  }

  @Test
  void aCodeThatIsAcceptedAfterGoingBackSignsNobodyIn() throws Exception {
    page.person("Ada", ADA, "");
    browser.click("#register-by-mail");
    browser.await("document.activeElement.id === 'mail-code-otp'");
    browser.type("#mail-code-otp", page.mailedCode(1));
    holdBack("/api/auth/verify-otp");
    browser.click("#mail-code button");
    browser.await("window.letCome");
    browser.click("#by-mail-back");
    letItCome();

    assertThat(browser.run("return " + SIGNED_OUT).asBoolean()).isTrue();
    assertThat(textInThePage()).doesNotContain(ADA);
  }

  @Test
  void theKeyOfAnotherAccountDoesNotRenewTheSignInOfOneWithoutAnAddress() throws Exception {
    String keyOfBob = browser.plugKey();
    page.register("Bob", "bob@example.com", "");
    JsonNode bobs = browser.credentials(keyOfBob);
    browser.unplug(keyOfBob);
    String keyOfCarol = browser.plugKey();
    page.account("carol", Role.USER);
    browser.run("location.hash = '#enrol=%s'".formatted(page.deskCode("carol")));
    browser.await("!document.getElementById('enrolment').hidden");
    browser.click("#enrol button");
    browser.await(OpenPage.SAID_GOOD);
    browser.click("#sign-in-nameless");
    browser.await(SIGNED_IN + " && " + LISTED + " === 1");
    assertThat(browser.text("#message")).isEqualTo("You are signed in.");

    browser.unplug(keyOfCarol);
    browser.plugKeyWith(bobs);
    page.clock.advance(Duration.ofMinutes(11));
    browser.click("#otp-enable");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message")).startsWith("That is the key of another account.");
    assertThat(browser.text("#profile-title")).isEqualTo("Your account");
    assertThat(browser.text("#otp-state")).isEqualTo("Turned off.");
  }

  @Test
  void nothingOfAPersonStaysInThePage() throws Exception {
    signInAda();
    browser.click("[aria-label='Label midnight key']");
    browser.click("#rename-no");
    browser.click("[aria-label='Revoke midnight key']");
    browser.click("#revoke-no");
    browser.type("#token-name", "nightly");
    browser.click("#new-token button");
    browser.await("document.querySelector('#tokens button')");
    browser.click("#tokens button");
    browser.click("#revoke-token-no");
    browser.click("#sign-out");

    String typed =
        browser
            .run("return [...document.querySelectorAll('input')].map((it) => it.value).join(' ')")
            .asText();
    assertThat(textInThePage() + typed).doesNotContain(ADA, "Lovelace", "midnight key", "nightly");
  }

  private void signInAda() throws Exception {
    browser.plugKey();
    page.register("Ada", ADA, "midnight key");
    page.signIn(ADA);
    browser.await(LISTED + " === 1");
  }

  /** Of that path, until the test lets it come; and counts what the page asks for. */
  private void holdBack(String path) throws Exception {
    browser.run(
        """
        window.asked = 0;
        const send = window.fetch.bind(window);
        window.fetch = async (path, options) => {
          window.asked += 1;
          const answer = await send(path, options);
          if (!path.endsWith('%s') || options.method === 'GET') { return answer; }
          const { ok, status, headers } = answer;
          const read = await answer.json();
          await new Promise((come) => { window.letCome = come; });
          return { ok, status, headers, json: async () => read };
        };
        """
            .formatted(path));
  }

  /** What is under way ends at once; what comes then is not shown, and leads to no request. */
  private void signOutAndLetItCome() throws Exception {
    browser.await("window.letCome");
    browser.click("#sign-out");
    browser.await(SIGNED_OUT);
    assertThat(browser.run("return document.querySelector('[aria-busy]')").isNull()).isTrue();
    int asked = browser.run("return window.asked").asInt();
    letItCome();

    assertThat(browser.run("return window.asked").asInt()).isEqualTo(asked);
    assertThat(browser.text("#message")).isEqualTo("You are signed out.");
    assertThat(browser.run("return " + SIGNED_OUT).asBoolean()).isTrue();
    assertThat(textInThePage()).doesNotContain(ADA, "Lovelace");
  }

  /** All that follows upon an answer that was read already happens before the next task. */
  private void letItCome() throws Exception {
    browser.run("window.letCome(); return new Promise((done) => { setTimeout(done); });");
  }

  private String textInThePage() throws Exception {
    return browser.run("return document.body.textContent").asText();
  }
}
