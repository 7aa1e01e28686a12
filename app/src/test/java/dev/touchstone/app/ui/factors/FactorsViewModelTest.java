package dev.touchstone.app.ui.factors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.factors.DeviceViewModel.Question;
import dev.touchstone.app.ui.factors.DeviceViewModel.Standing;
import dev.touchstone.app.ui.factors.EmailViewModel.Phase;
import dev.touchstone.app.ui.factors.EmailViewModel.Purpose;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.mail.outbox.OutboxMail;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** View models on the real program, with neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class FactorsViewModelTest {

  private static final Pattern CODE = Pattern.compile("(?m)^    ([0-9 ]+)$");

  /** RFC 6238 appendix B, for SHA-1. */
  private static final String RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @TempDir Path data;
  private Wiring wiring;
  private EmailViewModel email;
  private DeviceViewModel device;

  @BeforeEach
  void open() {
    wiring = new Wiring(Settings.usual(data), Switchboard::new, InstantSource.system());
    email = new EmailViewModel(wiring, Background.inline());
    device = new DeviceViewModel(wiring, Background.inline());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void codeLeadsToAnAccountWithAVerifiedAddress() throws Exception {
    email.emailProperty().set("no address");
    email.send();
    assertThat(email.phaseProperty().get()).isInstanceOf(Phase.Asking.class);
    assertThat(email.failureProperty().get()).isPresent();

    User ada = proved("ada@example.org");
    assertThat(ada.emailVerified()).isPresent();
    assertThat(email.codeProperty().get()).isEmpty();
  }

  @Test
  void wrongCodeIsToldAndTheRightOneStillCounts() throws Exception {
    email.emailProperty().set("ada@example.org");
    email.send();
    email.codeProperty().set("00000000");
    email.prove();
    assertThat(email.failureProperty().get().orElseThrow().happened()).contains("not accepted");
    assertThat(email.phaseProperty().get()).isInstanceOf(Phase.Sent.class);
    email.codeProperty().set(code("ada@example.org"));
    email.prove();
    assertThat(email.phaseProperty().get()).isInstanceOf(Phase.Proved.class);
    assertThat(email.failureProperty().get()).isEmpty();
  }

  @Test
  void changeOfAddressNeedsBothCodesAndRecoveryTheNewAddress() throws Exception {
    User ada = proved("ada@example.org");
    email.purposeProperty().set(Purpose.CHANGE);
    email.userProperty().set(ada.name());
    email.emailProperty().set("countess@example.org");
    email.send();
    email.codeProperty().set(code("countess@example.org"));
    email.prove();
    assertThat(email.failureProperty().get()).as("the old one is missing").isPresent();
    email.oldCodeProperty().set(code("ada@example.org"));
    email.prove();
    assertThat(email.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Proved.class,
            it -> assertThat(it.user().profile().email()).contains("countess@example.org"));

    email.purposeProperty().set(Purpose.RECOVERY);
    assertThat(email.phaseProperty().get()).isInstanceOf(Phase.Asking.class);
    email.emailProperty().set("countess@example.org");
    email.send();
    email.codeProperty().set(code("countess@example.org"));
    email.prove();
    assertThat(email.phaseProperty().get()).isInstanceOf(Phase.Proved.class);
  }

  @Test
  void unknownAddressLooksLikeAKnownOne() {
    email.purposeProperty().set(Purpose.RECOVERY);
    email.emailProperty().set("nobody@example.org");
    email.send();
    assertThat(email.phaseProperty().get()).isInstanceOf(Phase.Sent.class);
    assertThat(email.failureProperty().get()).isEmpty();
  }

  @Test
  void deviceIsAFactorFromItsFirstCodeAndRecoveryCodesAreShownOnce() throws Exception {
    person("ada");
    assertThat(standing().pending()).isEmpty();
    device.enable(Totp.USUAL);
    OtpAuth told = standing().pending().orElseThrow();
    device.codeProperty().set("000000");
    device.confirm();
    assertThat(device.failureProperty().get()).isPresent();
    assertThat(standing().pending()).isPresent();
    device.codeProperty().set(now(told));
    device.confirm();
    assertThat(device.recoveryCodesProperty().get()).hasSize(10);
    assertThat(standing().device().confirmed()).isPresent();
    assertThat(standing().pending()).isEmpty();
    device.look();
    assertThat(device.recoveryCodesProperty().get()).isEmpty();

    device.ask(Question.DISABLE);
    device.keep();
    assertThat(standing().device().confirmed()).isPresent();
    device.ask(Question.DISABLE);
    device.go();
    assertThat(standing().device().totp()).isEmpty();
  }

  @Test
  void secretOfADeviceIsTakenOverAndWiped() throws Exception {
    person("ada");
    char[] wrong = "not base32 at all!".toCharArray();
    device.take(wrong, Totp.USUAL);
    assertThat(device.failureProperty().get().orElseThrow().paragraph()).doesNotContain("at all");
    assertThat(wrong).containsOnly('\0');
    char[] typed = RFC_SECRET.toCharArray();
    device.take(typed, Totp.USUAL);
    assertThat(typed).containsOnly('\0');
    device.codeProperty().set(now(OtpAuth.parse(RFC_SECRET, Totp.USUAL)));
    device.confirm();
    assertThat(device.recoveryCodesProperty().get()).hasSize(10);
    device.leave();
    assertThat(device.recoveryCodesProperty().get()).isEmpty();
  }

  @Test
  void passwordIsTypedTwiceAndAllowedAfterAQuestion() throws Exception {
    person("ada");
    char[] one = "correct horse battery".toCharArray();
    device.setPassword(one, "correct horse".toCharArray());
    assertThat(device.failureProperty().get().orElseThrow().happened()).contains("two different");
    assertThat(one).containsOnly('\0');
    device.setPassword("password1".toCharArray(), "password1".toCharArray());
    assertThat(device.failureProperty().get().orElseThrow().happened()).contains("everybody");
    assertThat(standing().password().isSet()).isFalse();
    device.setPassword(
        "correct horse battery".toCharArray(), "correct horse battery".toCharArray());
    assertThat(standing().password().isSet()).isTrue();
    assertThat(standing().allowed()).isFalse();
    device.ask(Question.ALLOW_PASSWORDS);
    device.go();
    assertThat(standing().allowed()).isTrue();
    device.ask(Question.REMOVE_PASSWORD);
    device.go();
    assertThat(standing().password().isSet()).isFalse();
  }

  @Test
  void unknownUserIsToldAndNothingIsShown() {
    device.userProperty().set("nobody");
    device.look();
    assertThat(device.failureProperty().get()).isPresent();
    assertThat(device.standingProperty().get()).isEmpty();
  }

  @Test
  void calculatorShowsTheCodesOfTheRfcAndHowLongTheyAreGood() {
    CalculatorViewModel model =
        new CalculatorViewModel(InstantSource.fixed(Instant.ofEpochSecond(1_111_111_109)));
    model.digitsProperty().set("8");
    char[] typed = RFC_SECRET.toCharArray();
    model.begin(typed);
    CalculatorViewModel.Shown shown = model.shownProperty().get().orElseThrow();
    assertThat(shown.code()).isEqualTo("07081804");
    assertThat(shown.after()).isEqualTo("14050471");
    assertThat(shown.left()).isEqualTo(1);
    assertThat(typed).containsOnly('\0');
    model.begin("8".toCharArray());
    assertThat(model.shownProperty().get()).isEmpty();
    assertThat(model.failureProperty().get()).isPresent();
  }

  private User proved(String address) throws Exception {
    email.emailProperty().set(address);
    email.send();
    email.codeProperty().set(code(address));
    email.prove();
    return ((Phase.Proved) email.phaseProperty().get()).user();
  }

  private String code(String address) throws Exception {
    for (OutboxMail mail : wiring.mail().outbox(10)) {
      Matcher matcher = CODE.matcher(mail.text().replace("\r", ""));
      if (mail.to().equals(address) && matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new AssertionError("no code for " + address);
  }

  private void person(String name) throws Exception {
    User _ = wiring.accounts().create(new AccountText(name, "", ProfileText.NOTHING), Role.USER);
    device.userProperty().set(name);
    device.look();
  }

  private Standing standing() {
    return device.standingProperty().get().orElseThrow();
  }

  private static String now(OtpAuth told) {
    return told.totp().code(told.secret(), told.totp().step(Instant.now()));
  }
}
