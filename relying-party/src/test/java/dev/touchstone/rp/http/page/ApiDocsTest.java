package dev.touchstone.rp.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page that shows the API, in Chromium. */
final class ApiDocsTest extends PageTest {

  @BeforeEach
  void openTheDocs() throws Exception {
    browser.click("footer a[href='/docs']");
    browser.await("document.querySelector('.opblock')");
  }

  @Test
  void itShowsTheOperationsAndAsksNobodyElse() throws Exception {
    assertThat(browser.text("#api")).contains("/register/begin", "Ceremonies", "Touchstone");
    assertThat(browser.run(ASKED_ELSEWHERE).asText()).isEmpty();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void anOperationCanBeTried() throws Exception {
    browser.click("#operations-Operation-health .opblock-summary-control");
    browser.await("document.querySelector('.execute')");
    browser.click(".execute");
    browser.await("document.querySelector('.live-responses-table')");

    assertThat(browser.text(".live-responses-table")).contains("200", "alive");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void itIsDarkAsLongAsTheSystemIs() throws Exception {
    browser.look(true, 1000, 800);
    browser.await("document.documentElement.classList.contains('dark-mode')");
    browser.look(false, 1000, 800);
    browser.await("!document.documentElement.classList.contains('dark-mode')");
    assertThat(browser.complaints()).isEmpty();
  }

  private static final String ASKED_ELSEWHERE =
      """
      return performance.getEntriesByType('resource').map((it) => it.name)
        .filter((it) => !it.startsWith(location.origin) && !it.startsWith('data:')).join(' ');
      """;
}
