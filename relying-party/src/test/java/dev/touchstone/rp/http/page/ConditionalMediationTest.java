package dev.touchstone.rp.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Passkeys that the browser offers by itself in the address field (WebAuthn Level 3 §5.1.4): the
 * browser's own conditional mediation, with a passkey of the device. Without a window there is no
 * list to choose from, so the device is chosen at once; where a test needs the time before that,
 * the browser is asked when the test says so.
 */
final class ConditionalMediationTest extends PageTest {

  /** Writes down what the browser is asked for, and what is ended. */
  private static final String WRITTEN_DOWN =
      """
      window.asked = [];
      const get = navigator.credentials.get.bind(navigator.credentials);
      navigator.credentials.get = (options) => {
        window.asked.push(options.mediation ?? 'modal');
        options.signal.addEventListener('abort', () => window.asked.push('ended'));
        return get(options);
      };
      """;

  @Test
  void aPersonWhoComesBackSignsInWithNothingTyped() throws Exception {
    browser.plugPlatform();
    page.register("Ada", "ada@example.com", "this computer");
    browser.await("!document.getElementById('signed-in').hidden");

    comeBackWith(WRITTEN_DOWN);
    browser.await("window.asked && !document.getElementById('signed-in').hidden");

    assertThat(browser.text("#who-name")).isEqualTo("ada@example.com");
    assertThat(browser.text("#message")).isEqualTo("Signed in as ada@example.com.");
    assertThat(asked()).isEqualTo("conditional");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void untilSomebodyChoosesThePageIsSilentAndAfterSigningOutItOffersAgain() throws Exception {
    browser.plugPlatform();
    page.register("Ada", "ada@example.com", "this computer");
    browser.await("!document.getElementById('signed-in').hidden");
    comeBackWith(
        """
        const get = navigator.credentials.get.bind(navigator.credentials);
        navigator.credentials.get = async (options) => {
          if (options.mediation === 'conditional') {
            await new Promise((chosen, ended) => {
              window.choose = chosen;
              options.signal.addEventListener('abort', () => ended(options.signal.reason));
            });
          }
          return get(options);
        };
        """);
    browser.await("window.choose");
    assertThat(browser.text("#message")).isEmpty();

    browser.run("window.choose()");
    browser.await("!document.getElementById('signed-in').hidden");

    browser.run("window.choose = null");
    browser.click("#sign-out");
    browser.await("window.choose");
    assertThat(browser.text("#message")).isEqualTo("You are signed out.");
    page.signIn("ada@example.com");
  }

  @Test
  void anotherCeremonyEndsTheOfferAndHasTheBrowserForItself() throws Exception {
    comeBackWith(WRITTEN_DOWN);
    browser.await("window.asked?.length === 1");
    assertThat(asked()).as("nobody has a passkey here, so it waits").isEqualTo("conditional");

    browser.plugKey();
    page.register("Ada", "ada@example.com", "blue key");

    assertThat(asked()).isEqualTo("conditional ended");
    assertThat(browser.text("#message")).isEqualTo("Ada Lovelace is registered. Now sign in.");
    page.signIn("ada@example.com");
    assertThat(asked()).isEqualTo("conditional ended modal");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aBrowserThatCannotOfferIsNotAskedAndNothingIsSaid() throws Exception {
    comeBackWith("delete PublicKeyCredential.isConditionalMediationAvailable;" + WRITTEN_DOWN);
    browser.plugKey();
    page.register("Ada", "ada@example.com", "blue key");
    page.signIn("ada@example.com");

    assertThat(asked()).isEqualTo("modal");
    assertThat(browser.complaints()).isEmpty();
  }

  /** To the page of before, in which this script runs first. */
  private void comeBackWith(String script) throws Exception {
    browser.before("window.back = true;" + script);
    browser.run("location.reload()");
    browser.await("window.back && document.readyState === 'complete'");
  }

  private String asked() throws Exception {
    return browser.run("return window.asked.join(' ')").asText();
  }
}
