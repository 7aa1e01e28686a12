package dev.touchstone.rp.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The page by a link of the help desk, whose code stays in no address. */
final class HelpDeskLinkTest extends PageTest {

  private static final String ADA = "ada@example.com";
  private static final String LISTED = "document.querySelectorAll('#credentials li').length";
  private static final String SIGNED_IN = "!document.getElementById('signed-in').hidden";

  @Test
  void itMakesANewKeyByACodeThatIsGoodOnce() throws Exception {
    String lost = browser.plugKey();
    page.register("Ada", ADA, "");
    browser.unplug(lost);
    browser.plugKey();
    String code = page.deskCode(ADA);

    follow(code);
    browser.await("!document.getElementById('enrolment').hidden");
    assertThat(codeInTheForm()).isEqualTo(code);
    assertThat(address()).endsWith("/").doesNotContain(code);
    browser.type("#enrol-label", "green key");
    browser.click("#enrol button");
    browser.await(OpenPage.SAID_GOOD + " && !document.getElementById('signed-out').hidden");
    assertThat(browser.text("#message"))
        .isEqualTo("Your new key is registered. Now sign in with it.");
    browser.click("#sign-in button");
    browser.await(SIGNED_IN);
    browser.await(LISTED + " === 2");
    assertThat(browser.text("#credentials")).contains("green key");

    browser.click("#sign-out");
    browser.click("#desk-code");
    browser.run("document.getElementById('message').className = ''");
    browser.type("#enrol-code", code);
    browser.click("#enrol button");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message")).startsWith("The code was not accepted.");
  }

  @Test
  void whoIsSignedInIsAskedToSignOutAndTheCodeIsGoneAllTheSame() throws Exception {
    browser.plugKey();
    page.register("Ada", ADA, "");
    page.signIn(ADA);
    browser.await(LISTED + " === 1");

    follow("ABCD-EFGH");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message")).contains("Sign out, then open the link");
    assertThat(address()).endsWith("/").doesNotContain("ABCD");
    assertThat(browser.run("return " + SIGNED_IN).asBoolean()).isTrue();
    assertThat(codeInTheForm()).isEmpty();
  }

  @Test
  void aBrowserThatKnowsNoKeysForgetsTheCodeToo() throws Exception {
    browser.before("delete window.PublicKeyCredential;");
    String origin = browser.run("return location.origin").asText();
    browser.open(origin + "/docs");
    browser.open(origin + "/#enrol=ABCD-EFGH");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message")).contains("knows neither security keys nor passkeys");
    assertThat(address()).endsWith("/").doesNotContain("ABCD");

    follow("EFGH-ABCD");
    browser.await("!location.href.includes('enrol')");
    assertThat(codeInTheForm()).isEmpty();
    assertThat(browser.text("#message")).contains("knows neither security keys nor passkeys");
  }

  @Test
  void whatAMailProgramPutBehindTheCodeLeavesTheAddressWithIt() throws Exception {
    follow("ABCD-EFGH.");
    browser.await("!document.getElementById('enrolment').hidden");
    assertThat(codeInTheForm()).isEqualTo("ABCD-EFGH");
    assertThat(address()).endsWith("/").doesNotContain("ABCD");
  }

  private void follow(String code) throws Exception {
    browser.run("location.hash = '#enrol=%s'".formatted(code));
  }

  private String address() throws Exception {
    return browser.run("return location.href").asText();
  }

  private String codeInTheForm() throws Exception {
    return browser.run("return document.getElementById('enrol-code').value").asText();
  }
}
