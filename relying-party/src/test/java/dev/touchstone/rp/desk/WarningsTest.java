package dev.touchstone.rp.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.desk.person.Overview;
import dev.touchstone.rp.desk.person.Warning;
import dev.touchstone.rp.desk.person.Warning.Kind;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.store.DatabaseKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each warning comes with what it warns of, and goes with it. */
class WarningsTest {

  private static final String ADA = "ada@example.org";

  @TempDir private Path folder;
  private DeskScene scene;

  @BeforeEach
  void open() throws Exception {
    scene = new DeskScene(folder, DatabaseKind.SQLITE);
  }

  @Test
  void newPersonWithoutAnythingHasNoKeyNoAddressAndNoProof() throws Exception {
    scene.account("bob", Role.USER);
    assertThat(kinds("bob")).containsExactly(Kind.NO_KEY, Kind.NO_IDENTITY_CHECK, Kind.NO_EMAIL);
  }

  @Test
  void addressWarnsUntilItIsVerified() throws Exception {
    scene.factors.made(EmailAddress.parse(ADA));
    assertThat(kinds(ADA)).contains(Kind.EMAIL_UNVERIFIED, Kind.NO_IDENTITY_CHECK);
    scene.verified(ADA);
    assertThat(kinds(ADA)).doesNotContain(Kind.EMAIL_UNVERIFIED, Kind.NO_IDENTITY_CHECK);
  }

  @Test
  void oneKeyIsTooFewAndALostOneDoesNotCount() throws Exception {
    scene.verified(ADA);
    Credential first = scene.register(ADA, "first");
    assertThat(kinds(ADA)).contains(Kind.NO_BACKUP_KEY).doesNotContain(Kind.NO_KEY);
    scene.register(ADA, "second");
    assertThat(kinds(ADA)).doesNotContain(Kind.NO_BACKUP_KEY);
    scene.sendCode(ADA);
    scene.lostKey().report(ADA, first.id(), Proof.EMAIL, scene.mailedCode(ADA), DeskScene.DESK);
    assertThat(kinds(ADA)).contains(Kind.NO_BACKUP_KEY, Kind.KEY_LOST);
    Warning lost = warning(ADA, Kind.KEY_LOST);
    assertThat(lost.credential()).isEqualTo(first.id());
    assertThat(lost.sentence()).contains("'first'");
  }

  @Test
  void modelThatNobodyVouchedForWarns() throws Exception {
    scene.verified(ADA);
    scene.register(ADA, "first"); // the scene trusts no root
    assertThat(kinds(ADA)).contains(Kind.UNTRUSTED_MODEL);
  }

  @Test
  void counterThatWentBackWarnsFirst() throws Exception {
    scene.verified(ADA);
    scene.register(ADA, "first");
    scene.signIn(ADA, "first");
    assertThat(kinds(ADA)).doesNotContain(Kind.COUNTER_WENT_BACK);
    scene.signInWithACopy(ADA, "first");
    assertThat(scene.rp.helpDesk().people().show(ADA).warnings().getFirst().kind())
        .isEqualTo(Kind.COUNTER_WENT_BACK);
  }

  @Test
  void recoveryCodesThatRunOutWarn() throws Exception {
    scene.account("bob", Role.USER);
    OtpAuth told = scene.rp.totp().enable("bob", Totp.USUAL, Optional.empty(), DeskScene.DESK);
    assertThat(kinds("bob")).contains(Kind.DEVICE_UNCONFIRMED, Kind.NO_IDENTITY_CHECK);
    Totp totp = told.totp();
    String code = totp.code(told.secret(), totp.step(scene.factors.clock.instant()));
    List<String> recovery = scene.rp.totp().confirm("bob", code, DeskScene.DESK).orElseThrow();
    assertThat(kinds("bob"))
        .doesNotContain(Kind.DEVICE_UNCONFIRMED, Kind.NO_IDENTITY_CHECK, Kind.FEW_RECOVERY_CODES);
    for (int i = 0; i < 7; i++) {
      assertThat(scene.rp.totp().check("bob", recovery.get(i), DeskScene.DESK)).isTrue();
    }
    assertThat(warning("bob", Kind.FEW_RECOVERY_CODES).sentence()).contains("3");
    for (int i = 7; i < 10; i++) {
      assertThat(scene.rp.totp().check("bob", recovery.get(i), DeskScene.DESK)).isTrue();
    }
    assertThat(kinds("bob")).contains(Kind.NO_RECOVERY_CODES);
  }

  @Test
  void disabledAccountOpenRequestAndIdleKeyWarn() throws Exception {
    scene.verified(ADA);
    scene.register(ADA, "first");
    scene
        .rp
        .helpDesk()
        .enrolments()
        .ask(ADA, "why", scene.account("grace", Role.SUPPORT), DeskScene.DESK);
    assertThat(kinds(ADA)).contains(Kind.ENROLMENT_OPEN).doesNotContain(Kind.KEY_IDLE);
    scene.factors.clock.advance(Duration.ofDays(366));
    assertThat(kinds(ADA)).contains(Kind.KEY_IDLE).doesNotContain(Kind.ENROLMENT_OPEN);
    scene.rp.administration().accounts().changeStatus(ADA, Status.DISABLED, DeskScene.DESK);
    assertThat(kinds(ADA)).startsWith(Kind.DISABLED);
  }

  @Test
  void personIsNamedWholeAndASheetThatIsHandedOutIsInTheTrail() throws Exception {
    scene.verified(ADA);
    assertThat(scene.rp.helpDesk().people().show(" ADA@example.org ").facts().user().name())
        .isEqualTo(ADA);
    assertThatThrownBy(() -> scene.rp.helpDesk().people().show("ada"))
        .isInstanceOf(UnknownUser.class);
    Overview sheet = scene.rp.helpDesk().people().handOut(ADA, DeskScene.DESK);
    assertThat(sheet.facts().user().name()).isEqualTo(ADA);
    assertThat(scene.trail("desk.summary")).hasSize(1);
  }

  private List<Kind> kinds(String person) throws Exception {
    return scene.rp.helpDesk().people().show(person).warnings().stream()
        .map(Warning::kind)
        .toList();
  }

  private Warning warning(String person, Kind kind) throws Exception {
    return scene.rp.helpDesk().people().show(person).warnings().stream()
        .filter(it -> it.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
