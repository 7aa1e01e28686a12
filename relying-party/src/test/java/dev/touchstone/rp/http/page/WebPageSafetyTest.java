package dev.touchstone.rp.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page keeps out, and whom it lets in: small screens, weak eyes, screen readers. */
final class WebPageSafetyTest extends PageTest {

  @Test
  void aScriptThatGetsIntoThePageDoesNotRun() throws Exception {
    browser.run(
        """
        const script = document.createElement('script');
        try { script.text = 'window.robbed = true'; document.head.append(script); } catch { }
        try { document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.robbed = true">'); } catch { }
        """);

    assertThat(browser.run("return window.robbed === undefined").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itFitsASmallPhoneAndCanBeRead(boolean dark) throws Exception {
    browser.look(dark, 320, 640);

    assertThat(browser.run("return document.documentElement.scrollWidth").asInt())
        .isLessThanOrEqualTo(320);
    assertThat(browser.run(LOW_CONTRAST).asText()).as("WCAG 2.2 §1.4.3").isEmpty();
    assertThat(browser.run(UNNAMED).asText()).as("WCAG 2.2 §4.1.2").isEmpty();
  }

  /** Every pair of colours that the style sheet puts one upon the other. */
  private static final String LOW_CONTRAST =
      """
      const style = getComputedStyle(document.documentElement);
      const light = (name) => {
        const hex = style.getPropertyValue('--' + name).trim();
        const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
          .map((it) => it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const pairs = [['ink', 'card'], ['ink', 'ground'], ['soft', 'card'], ['soft', 'ground'],
        ['on-accent', 'accent'], ['on-bad', 'bad'], ['good', 'good-ground'], ['bad', 'bad-ground'],
        ['bad', 'card']];
      return pairs.filter(([over, under]) => {
        const [a, b] = [light(over), light(under)].sort((x, y) => y - x);
        return !((a + 0.05) / (b + 0.05) >= 4.5);
      }).join(' ');
      """;

  /** Whatever can be used and has no name for those who do not see it. */
  private static final String UNNAMED =
      """
      return [...document.querySelectorAll('input, button, dialog, section')]
        .filter((it) => !(it.labels?.length || it.textContent.trim() && it.tagName === 'BUTTON'
          || it.getAttribute('aria-labelledby')))
        .map((it) => it.outerHTML).join(' ');
      """;
}
