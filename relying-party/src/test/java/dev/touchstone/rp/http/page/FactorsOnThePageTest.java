package dev.touchstone.rp.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Codes by mail and one-time passwords on the page, with the mail of the outbox folder. */
final class FactorsOnThePageTest extends PageTest {

  private static final String ADA = "ada@example.com";
  private static final String LISTED = "document.querySelectorAll('#credentials li').length";
  private static final String CODE_ASKED =
      "!document.getElementById('by-mail').hidden && !document.getElementById('mail-code').hidden";
  private static final String SIGNED_IN = "!document.getElementById('signed-in').hidden";

  @Test
  void aPersonVerifiesTheirAddressAndThenRegistersTheirKey() throws Exception {
    browser.plugKey();
    askForCode();
    assertThat(browser.text("#by-mail-title")).isEqualTo("Verify your e-mail");
    assertThat(browser.run("return document.activeElement.id").asText()).isEqualTo("mail-code-otp");
    browser.type("#mail-code-otp", page.mailedCode(1));
    browser.click("#mail-code button");
    browser.await(SIGNED_IN);
    browser.await("!document.getElementById('credentials-none').hidden");
    assertThat(browser.text("#message")).isEqualTo("Your address is verified.");
    assertThat(browser.text("#profile-title")).isEqualTo("Ada Lovelace");
    assertThat(browser.text("#profile")).contains(ADA + ", verified", "Analyst");
    assertThat(browser.text("#next-key")).contains("from then on only your key signs you in");

    registerNextKey();
    assertThat(browser.text("#credentials")).contains("blue key");
    assertThat(browser.run("return document.getElementById('next-key').hidden").asBoolean())
        .isTrue();
    browser.click("#sign-out");
    browser.await("!document.getElementById('signed-out').hidden");
    page.signIn(ADA);
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void aCodeThatIsWrongOrTooOldIsToldInWordsAndAnotherOneIsGood() throws Exception {
    askForCode();
    String code = page.mailedCode(1);
    browser.click("#mail-code button");
    assertThat(browser.text("#mail-code-otp-error")).isEqualTo("Code is missing.");
    refused("0000 0000", "Compare it with the latest mail, digit by digit.");
    assertThat(browser.run("return document.activeElement.getAttribute('aria-invalid')").asText())
        .isEqualTo("true");

    page.clock.advance(Duration.ofMinutes(6));
    moveTheClock(360);
    refused(code, "It is more than five minutes old: send another one.");

    browser.await("!document.getElementById('mail-code-again').disabled");
    browser.click("#mail-code-again");
    browser.await("document.getElementById('mail-code-again').disabled");
    browser.type("#mail-code-otp", page.mailedCode(2));
    browser.click("#mail-code button");
    browser.await(SIGNED_IN);
  }

  @Test
  void anotherMailIsAskedForAfterAWhileAndNoSoonerThanTheServerSays() throws Exception {
    askForCode();
    assertThat(browser.text("#mail-code-again")).matches("Another code in (30|29|28) s");
    moveTheClock(31);
    browser.await("!document.getElementById('mail-code-again').disabled");
    assertThat(browser.text("#mail-code-again")).isEqualTo("Send another code");

    browser.run(
        """
        return Promise.all([...Array(25)].map(() => fetch('/api/auth/register', { method: 'POST',
          headers: { 'Content-Type': 'application/json' }, body: '{"email":"bob@example.com"}' })));
        """);
    said("");
    browser.click("#mail-code-again");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message")).matches("Too many requests. Try again in \\d+ seconds.");
    browser.await("document.getElementById('mail-code-again').disabled");
  }

  @Test
  void aDeviceIsSetUpByItsPictureAndNeededAfterLosingTheKey() throws Exception {
    String lost = register();
    browser.click("#otp-enable");
    browser.await("!document.getElementById('otp-confirm').hidden");
    browser.await("document.activeElement.id === 'otp-code'");
    OtpAuth told = OtpAuth.parse(scanned(), Totp.USUAL);
    assertThat(browser.text("#otp-secret").replace(" ", ""))
        .isEqualTo(told.uri().replaceAll(".*secret=([A-Z2-7]+).*", "$1"));

    confirm("000000");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message")).startsWith("The code was not accepted. Wait for the next");
    said("");
    confirm(told.totp().code(told.secret(), told.totp().step(page.clock.instant())));
    browser.await(OpenPage.SAID_GOOD);
    browser.await("document.getElementById('otp-state').textContent.includes('10 recovery codes')");
    assertThat(browser.run("return document.getElementById('otp-secret').textContent").asText())
        .isEmpty();
    String recoveryCode = browser.text("#recovery-code-list li");
    browser.click("#recovery-codes-hide");
    assertThat(browser.run("return document.body.textContent").asText())
        .doesNotContain(recoveryCode);
    browser.click("#sign-out");
    browser.unplug(lost);

    browser.plugKey();
    browser.type("#sign-in-email", ADA);
    browser.click("#lost-key");
    assertThat(browser.run("return document.getElementById('recover-email').value").asText())
        .isEqualTo(ADA);
    page.clock.advance(Duration.ofSeconds(1));
    browser.click("#recover button");
    browser.await(CODE_ASKED);
    String mailed = page.mailedCode(2);
    refused(mailed, "If you have a device for one-time passwords, its code is needed too.");
    browser.type("#second-factor", recoveryCode);
    browser.click("#mail-code button");
    browser.await(SIGNED_IN);
    assertThat(browser.text("#message")).isEqualTo("You are back in your account.");
    browser.await(LISTED + " === 1");
    registerNextKey();
    browser.await(LISTED + " === 2");
  }

  @Test
  void aDeviceIsTurnedOffByACodeAndNothingElse() throws Exception {
    register();
    browser.click("#otp-enable");
    browser.await("document.activeElement.id === 'otp-code'");
    OtpAuth told = OtpAuth.parse(scanned(), Totp.USUAL);
    confirm(told.totp().code(told.secret(), told.totp().step(page.clock.instant())));
    browser.await("!document.getElementById('recovery-codes').hidden");
    String recoveryCode = browser.text("#recovery-code-list li");

    browser.await("!document.getElementById('otp-disable').hidden");
    turnOff("000000");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message")).contains("Nothing was changed.");
    turnOff(recoveryCode);
    browser.await("document.getElementById('otp-state').textContent === 'Turned off.'");
    assertThat(browser.run("return document.body.textContent").asText())
        .doesNotContain(recoveryCode);
  }

  @Test
  void whoBeganWithAKeyVerifiesTheirAddressLater() throws Exception {
    browser.plugKey();
    page.register("Ada", ADA, "");
    page.signIn(ADA);
    browser.await(LISTED + " === 1");
    browser.click("#address-send");
    browser.await("document.activeElement.id === 'address-otp'");
    String code = page.mailedCode(1);
    verify(code.startsWith("0000") ? "1111 1111" : "0000 0000");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message")).endsWith("or send another one.");
    verify(code);
    browser.await(OpenPage.SAID_GOOD);
    assertThat(browser.text("#message")).isEqualTo("Your address is verified.");
    assertThat(browser.text("#profile")).contains(ADA + ", verified");
    assertThat(browser.run("return document.getElementById('address').hidden").asBoolean())
        .isTrue();
  }

  private void verify(String code) throws Exception {
    said("");
    browser.type("#address-otp", code);
    browser.click("#address-check button");
  }

  @Test
  void whatNeedsAFreshSignInAsksForTheKeyOnceMore() throws Exception {
    register();
    page.clock.advance(Duration.ofMinutes(11));
    said("");
    browser.click("#otp-enable");
    browser.await("!document.getElementById('otp-confirm').hidden");
    browser.await(OpenPage.SAID_GOOD);
    assertThat(browser.text("#message")).startsWith("Scan the picture");
  }

  @Test
  void allOfItFitsASmallPhone() throws Exception {
    register();
    browser.look(true, 320, 640);
    browser.click("#otp-enable");
    browser.await("document.activeElement.id === 'otp-code'");
    assertThat(width()).isLessThanOrEqualTo(320);
    browser.click("#sign-out");
    browser.click("#lost-key");
    assertThat(width()).isLessThanOrEqualTo(320);
    browser.click("#by-mail-back");
    assertThat(width()).isLessThanOrEqualTo(320);
    browser.click("#desk-code");
    assertThat(width()).isLessThanOrEqualTo(320);
  }

  private int width() throws Exception {
    return browser.run("return document.documentElement.scrollWidth").asInt();
  }

  private void askForCode() throws Exception {
    page.person("Ada", ADA, "blue key");
    browser.click("#register-by-mail");
    browser.await(CODE_ASKED);
  }

  /** With a verified address and one key, and signed in by it. */
  private String register() throws Exception {
    String key = browser.plugKey();
    askForCode();
    browser.type("#mail-code-otp", page.mailedCode(1));
    browser.click("#mail-code button");
    browser.await(SIGNED_IN);
    browser.await("!document.getElementById('credentials-none').hidden");
    registerNextKey();
    browser.click("#sign-out");
    browser.await("!document.getElementById('signed-out').hidden");
    page.signIn(ADA);
    browser.await(LISTED + " === 1 && document.getElementById('otp-state').textContent");
    return key;
  }

  private void registerNextKey() throws Exception {
    int before = browser.run("return " + LISTED).asInt();
    browser.click("#next-key-add");
    browser.click("#rename-yes");
    browser.await(LISTED + " === " + (before + 1));
    browser.await("document.getElementById('message').textContent === 'The key is registered.'");
  }

  private void refused(String code, String words) throws Exception {
    said("");
    browser.type("#mail-code-otp", code);
    browser.click("#mail-code button");
    browser.await(OpenPage.SAID_BAD);
    assertThat(browser.text("#message")).startsWith("The code was not accepted.").endsWith(words);
  }

  private void confirm(String code) throws Exception {
    browser.type("#otp-code", code);
    browser.click("#otp-confirm button");
  }

  private void turnOff(String code) throws Exception {
    said("");
    browser.click("#otp-disable");
    browser.await("document.getElementById('otp-off').open");
    browser.type("#otp-off-code", code);
    browser.click("#otp-off-yes");
  }

  private void said(String kind) throws Exception {
    browser.run("document.getElementById('message').className = '%s'".formatted(kind));
  }

  /** What an app would read from the picture. */
  private String scanned() throws Exception {
    String url = browser.run("return document.getElementById('otp-picture').toDataURL()").asText();
    byte[] png = Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(
                new HybridBinarizer(
                    new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
        .getText();
  }

  /** The page's, which counts from its own beginning. */
  private void moveTheClock(int seconds) throws Exception {
    browser.run(
        """
        window.trueNow ??= performance.now.bind(performance);
        performance.now = () => window.trueNow() + %d * 1000;
        """
            .formatted(seconds));
  }
}
