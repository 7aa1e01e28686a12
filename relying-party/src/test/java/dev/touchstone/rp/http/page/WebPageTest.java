package dev.touchstone.rp.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page in Chromium with its virtual authenticators, at a real server. */
final class WebPageTest extends PageTest {

  private static final String LISTED = "document.querySelectorAll('#credentials li').length";

  @Test
  void aPersonRegistersSignsInAndIsShownWithoutAComplaintOfTheBrowser() throws Exception {
    String key = browser.plugKey();
    page.register("Ada", "ada@example.com", "blue key");
    assertThat(browser.text("#message")).isEqualTo("Ada Lovelace is registered. Now sign in.");
    assertThat(browser.credentials(key)).hasSize(1);

    page.signIn("ada@example.com");

    assertThat(browser.text("#message")).isEqualTo("Signed in as ada@example.com.");
    assertThat(browser.text("#profile-title")).isEqualTo("Ada Lovelace");
    assertThat(browser.text("#profile"))
        .contains("Analyst", "active")
        .containsPattern("10 December 1990|December 10, 1990");
    assertThat(browser.text("#countdown")).matches("Signed in for another (1 h 00 min|59 min .*)");
    browser.await(LISTED + " === 1");
    assertThat(browser.text("#credentials")).contains("blue key", "Last used");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aPersonMakesATokenSeesItOnceAndTakesItBack() throws Exception {
    browser.plugKey();
    page.register("Ada", "ada@example.com", "");
    page.signIn("ada@example.com");
    browser.await("!document.getElementById('tokens-none').hidden");
    browser.run("document.getElementById('message').className = ''");
    browser.click("#new-token button");
    assertThat(browser.text("#token-name-error")).isEqualTo("What it is for is missing.");

    browser.type("#token-name", "<b>nightly</b> report");
    browser.click("#new-token button");
    browser.await(OpenPage.SAID_GOOD);
    assertThat(browser.text("#message")).isEqualTo("Copy the token now: it is shown this once.");
    String secret = browser.text("#made-token-text");
    assertThat(secret).matches("tst_[0-9A-Za-z]{36}");
    browser.await("document.querySelectorAll('#tokens li').length === 1");
    assertThat(browser.text("#tokens"))
        .contains("<b>nightly</b> report", "data:read", "never used")
        .doesNotContain(secret);

    browser.click("#made-token-hide");
    browser.run("document.getElementById('message').className = ''");
    browser.click("#tokens button");
    browser.await("document.getElementById('revoke-token').open");
    browser.click("#revoke-token-yes");
    browser.await(OpenPage.SAID_GOOD);
    assertThat(browser.text("#message")).isEqualTo("The token is revoked.");
    assertThat(browser.text("#tokens")).contains("Revoked").doesNotContain(secret);

    browser.click("#sign-out");
    browser.await("!document.getElementById('signed-out').hidden");
    assertThat(browser.run("return document.body.textContent").asText()).doesNotContain(secret);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aPersonSignsInWithoutAnAddressAndOutAgain() throws Exception {
    browser.plugKey();
    page.register("Ada", "ada@example.com", "");
    browser.click("#sign-in-nameless");
    browser.await(OpenPage.SAID_GOOD + " && !document.getElementById('signed-in').hidden");
    assertThat(browser.text("#who-name")).isEqualTo("ada@example.com");

    browser.click("#sign-out");
    browser.await("!document.getElementById('signed-out').hidden");
    assertThat(browser.text("#message")).isEqualTo("You are signed out.");
    assertThat(browser.run("return document.getElementById('profile').childElementCount").asInt())
        .as("nothing of the person stays in the page")
        .isZero();
  }

  @Test
  void aKeyOfTheFirstGenerationSignsInByAddress() throws Exception {
    browser.plugU2fKey();
    page.register("Ada", "ada@example.com", "old key");
    page.signIn("ada@example.com");
    browser.await(LISTED + " === 1");
  }

  @Test
  void theKeyOfOnePersonDoesNotSignInAnother() throws Exception {
    String keyOfAda = browser.plugKey();
    page.register("Ada", "ada@example.com", "");
    browser.unplug(keyOfAda);
    browser.plugKey();
    page.register("Bob", "bob@example.com", "");

    browser.type("#sign-in-email", "ada@example.com");
    browser.click("#sign-in button");
    browser.await(OpenPage.SAID_BAD);

    assertThat(browser.text("#message"))
        .isEqualTo(
            "It was cancelled, took too long, or no key of yours fits. Nothing was changed.");
    assertThat(browser.run("return document.getElementById('signed-in').hidden").asBoolean())
        .isTrue();
  }

  /**
   * The credential that does not exist has transports by chance; for some of them Chromium goes on
   * to look for phones, for minutes. Here it is always one of USB.
   */
  @Test
  void anAddressThatNobodyHasLooksLikeAKeyThatDoesNotFit() throws Exception {
    browser.before(
        """
        const parse = PublicKeyCredential.parseRequestOptionsFromJSON.bind(PublicKeyCredential);
        PublicKeyCredential.parseRequestOptionsFromJSON = (json) => parse({
          ...json,
          allowCredentials: json.allowCredentials?.map((it) => ({ ...it, transports: ['usb'] })),
        });
        """);
    browser.run("location.reload()");
    browser.await("performance.getEntriesByType('navigation')[0].type === 'reload'");
    browser.await("document.readyState === 'complete'");
    browser.plugKey();
    browser.type("#sign-in-email", "nobody@example.com");
    browser.click("#sign-in button");
    browser.await(OpenPage.SAID_BAD);

    assertThat(browser.text("#message")).contains("no key of yours fits");
  }

  @Test
  void theCountdownWarnsAndEndsTheVisit() throws Exception {
    browser.plugKey();
    page.register("Ada", "ada@example.com", "");
    page.signIn("ada@example.com");
    browser.await(LISTED + " === 1");

    moveTheClock(56);
    browser.await("document.getElementById('message').textContent.includes('five minutes')");
    assertThat(browser.text("#countdown")).matches("Signed in for another [34] min \\d\\d s");

    moveTheClock(61);
    browser.await("!document.getElementById('signed-out').hidden");
    assertThat(browser.text("#message")).isEqualTo("Your time is over. Sign in again.");
    assertThat(browser.text("#main")).doesNotContain("Lovelace");
  }

  @Test
  void aCredentialIsRevokedAfterAQuestion() throws Exception {
    String blue = browser.plugKey();
    page.register("Ada", "ada@example.com", "blue key");
    page.signIn("ada@example.com");
    browser.await(LISTED + " === 1");
    addKey(blue, "red key");

    browser.click("[aria-label='Revoke blue key']");
    assertThat(browser.text("#revoke")).contains("“blue key” will no longer sign you in here");
    browser.click("#revoke-no");
    assertThat(browser.run("return " + LISTED).asInt()).isEqualTo(2);

    browser.click("[aria-label='Revoke blue key']");
    browser.click("#revoke-yes");
    browser.await(LISTED + " === 1");
    browser.await("document.getElementById('message').textContent.includes('is revoked')");
    assertThat(browser.text("#credentials")).contains("red key").doesNotContain("blue key");

    browser.click("[aria-label='Revoke red key']");
    assertThat(browser.text("#revoke")).contains("It is your only one.");
  }

  @Test
  void aCredentialGetsAnotherLabel() throws Exception {
    browser.plugKey();
    page.register("Ada", "ada@example.com", "blue key");
    page.signIn("ada@example.com");
    browser.await(LISTED + " === 1");

    browser.click("[aria-label='Label blue key']");
    browser.type("#rename-label", "<b onmouseover=alert(1)>key</b>");
    browser.click("#rename-yes");
    browser.await("document.getElementById('message').textContent.includes('label is saved')");

    assertThat(browser.text("#credentials h3")).isEqualTo("<b onmouseover=alert(1)>key</b>");
  }

  @Test
  void aKeyIsNotRegisteredTwice() throws Exception {
    browser.plugKey();
    page.register("Ada", "ada@example.com", "");
    page.signIn("ada@example.com");
    browser.await(LISTED + " === 1");

    browser.click("#add");
    browser.click("#rename-yes");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message"))
        .contains("This key is registered for this account already");
  }

  @Test
  void whatIsMissingIsToldWhereItIsMissing() throws Exception {
    browser.click("#register button");

    assertThat(browser.text("#first-name-error")).isEqualTo("First name is missing.");
    assertThat(browser.text("#date-of-birth-error")).isEqualTo("Date of birth is missing.");
    assertThat(browser.run("return document.activeElement.id").asText()).isEqualTo("first-name");
    browser.type("#email", "ada");
    browser.click("#register button");
    assertThat(browser.text("#email-error"))
        .isEqualTo("An e-mail address looks like ada@example.com.");
  }

  @Test
  void aServerThatIsGoneIsToldInASentence() throws Exception {
    browser.plugKey();
    browser.cutTheWire();
    browser.click("#sign-in-nameless");
    browser.await(OpenPage.SAID_BAD);

    assertThat(browser.text("#message")).startsWith("The server cannot be reached.");
  }

  private void addKey(String before, String label) throws Exception {
    browser.unplug(before);
    browser.plugKey();
    browser.click("#add");
    browser.type("#rename-label", label);
    browser.click("#rename-yes");
    browser.await(LISTED + " === 2");
  }

  /** The page's, which counts from its own beginning. */
  private void moveTheClock(int minutes) throws Exception {
    browser.run(
        """
        window.trueNow ??= performance.now.bind(performance);
        performance.now = () => window.trueNow() + %d * 60000;
        """
            .formatted(minutes));
  }
}
