package dev.touchstone.app.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.Wiring;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.ui.Switchboard;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.ui.ceremony.CeremonyViewModel.Phase;
import dev.touchstone.app.ui.ceremony.PartyViewModel;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.KeyTurn;
import dev.touchstone.app.ui.register.RegisterViewModel;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.audit.AuditFilter;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** View models on the real program, with neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class DeskViewModelsTest {

  @TempDir Path data;
  private Wiring wiring;
  private DeskViewModel desk;
  private LostKeyViewModel lostKey;

  @BeforeEach
  void open() throws Exception {
    wiring(Settings.usual(data));
    var _ =
        wiring
            .accounts()
            .create(
                new AccountText(
                    "ada", "", new ProfileText("Ada", "Lovelace", "ada@example.org", "", "")),
                Role.USER);
  }

  private void wiring(Settings settings) {
    wiring = new Wiring(settings, Switchboard::new, InstantSource.system());
    wiring.virtualTouch().automatic(true);
    desk = new DeskViewModel(wiring, Background.inline());
    lostKey = new LostKeyViewModel(wiring, Background.inline(), ceremony(), desk);
  }

  private CeremonyViewModel ceremony() {
    return new CeremonyViewModel(Background.inline(), new KeyTurn(), wiring.virtualTouch());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void personIsFoundAndShownWithWarnings() {
    desk.searchProperty().set("lovel");
    assertThat(desk.hits()).extracting(it -> it.user().name()).containsExactly("ada");
    desk.show("ada");
    assertThat(desk.personProperty().get().orElseThrow().warnings()).isNotEmpty();
    desk.searchProperty().set("nobody at all");
    assertThat(desk.hits()).isEmpty();
    desk.searchProperty().set(" ");
    assertThat(desk.hits()).isEmpty();
  }

  @Test
  void lostKeyTakesNoStepBeforeTheOneBefore() throws Exception {
    List<String> recovery = register();
    lostKey.begin(desk.personProperty().get().orElseThrow().facts().credentials().getFirst());
    assertThat(lostKey.proofProperty().get()).isEqualTo(Proof.DEVICE);
    lostKey.codeProperty().set("000000");
    lostKey.prove();
    assertThat(lostKey.failureProperty().get()).isPresent();
    assertThat(lostKey.codeProperty().get()).isEmpty();
    lostKey.replace(); // as if somebody had found the button
    assertThat(lostKey.ceremony().phaseProperty().get()).isInstanceOf(Phase.Failed.class);
    lostKey.ceremony().reset();

    lostKey.codeProperty().set(recovery.getFirst());
    lostKey.prove();
    assertThat(lostKey.failureProperty().get()).isEmpty();
    assertThat(lostKey.stateProperty().get().orElseThrow().stopped()).isTrue();
    assertThat(lostKey.stateProperty().get().orElseThrow().proven()).isTrue();
    lostKey.codeProperty().set(recovery.get(1));
    lostKey.found();
    assertThat(lostKey.stateProperty().get()).isEmpty();
    assertThat(desk.newsProperty().get()).contains("signs in again");
    desk.show("ada");
    assertThat(desk.personProperty().get().orElseThrow().facts().credentials().getFirst().lost())
        .isEmpty();
  }

  @Test
  void requestWithoutAnOperatorWhoSignedInIsRefused() {
    desk.show("ada");
    desk.askForEnrolment("passport", () -> {});
    assertThat(desk.failureProperty().get().orElseThrow().happened()).contains("signed in");
    desk.refresh();
    assertThat(desk.requests()).isEmpty();
  }

  @Test
  void consoleThatDemandsASignInShowsNobody() {
    desk.show("ada");
    wiring.close();
    wiring(Settings.usual(data).withOperatorSignIn(true));
    desk.searchProperty().set("ada");
    assertThat(desk.hits()).isEmpty();
    desk.refresh();
    assertThat(desk.lockedProperty().get()).isTrue();
    assertThat(desk.personProperty().get()).isEmpty();
  }

  @Test
  void summaryIsWrittenAndHoldsNoCode() throws Exception {
    List<String> recovery = register();
    Path sheet = data.resolve("ada.html");
    desk.print(sheet);
    assertThat(desk.newsProperty().get()).contains("ada.html");
    assertThat(Files.readString(sheet)).contains("Lovelace").doesNotContain(recovery.getFirst());
  }

  @Test
  void credentialGetsAnotherLabelAfterItWasShown() throws Exception {
    register();
    desk.credentials().askToRelabel(credential());
    assertThat(desk.credentials().proposalProperty().get())
        .contains(new CredentialDeeds.Proposal.Relabel(credential()));
    desk.credentials().keep();
    assertThat(credential().label()).isEqualTo("blue key");
    desk.credentials().confirm("never asked for");
    assertThat(wiring.listCredentials().run(Optional.of("ada")).getFirst().label())
        .isEqualTo("blue key");

    desk.credentials().askToRelabel(credential());
    desk.credentials().confirm(" spare key ");
    assertThat(credential().label()).isEqualTo("spare key");
    assertThat(desk.newsProperty().get()).contains("spare key");
    assertThat(events()).contains("credential.label");
  }

  @Test
  void credentialIsRevokedAfterItWasShownAndTheTrailTellsIt() throws Exception {
    register();
    desk.credentials().askToRevoke(credential());
    assertThat(desk.credentials().proposalProperty().get().orElseThrow())
        .isInstanceOfSatisfying(
            CredentialDeeds.Proposal.Revoke.class,
            it -> assertThat(it.preview().lastOfUser()).isTrue());
    desk.credentials().keep();
    assertThat(desk.personProperty().get().orElseThrow().facts().credentials()).hasSize(1);

    desk.credentials().askToRevoke(credential());
    desk.credentials().confirm("");
    assertThat(desk.personProperty().get().orElseThrow().facts().credentials()).isEmpty();
    assertThat(desk.newsProperty().get()).contains("ada");
    assertThat(events()).contains("credential.delete");
  }

  @Test
  void credentialThatIsGoneMeanwhileIsToldAndNothingElseIsTaken() throws Exception {
    register();
    Credential gone = credential();
    desk.credentials().askToRevoke(gone);
    var _ = wiring.deleteCredential().apply(gone.id());
    desk.credentials().confirm("");
    assertThat(desk.failureProperty().get()).isPresent();
    desk.credentials().askToRelabel(gone);
    assertThat(desk.credentials().proposalProperty().get()).isEmpty();
  }

  @Test
  void credentialsAreNotTouchedWhereOperatorsSignInAndNobodyDid() throws Exception {
    register();
    Credential mine = credential();
    wiring.close();
    wiring(Settings.usual(data).withOperatorSignIn(true));
    desk.credentials().askToRelabel(mine);
    assertThat(desk.credentials().proposalProperty().get()).isEmpty();
    assertThat(desk.failureProperty().get().orElseThrow().happened()).contains("signed in");
    desk.credentials().askToRevoke(mine);
    assertThat(desk.credentials().proposalProperty().get()).isEmpty();
    wiring.close();
    wiring(Settings.usual(data));
    assertThat(wiring.listCredentials().run(Optional.of("ada"))).hasSize(1);
  }

  private Credential credential() {
    return desk.personProperty().get().orElseThrow().facts().credentials().getFirst();
  }

  private List<String> events() throws Exception {
    return wiring.audit().list(AuditFilter.ALL, Optional.empty(), 20).rows().stream()
        .map(AuditRow::event)
        .toList();
  }

  /** A credential and a device; tells recovery codes. */
  private List<String> register() throws Exception {
    CeremonyViewModel ceremony = ceremony();
    RegisterViewModel register =
        new RegisterViewModel(new PartyViewModel(wiring, Background.inline()), ceremony);
    register.userProperty().set("ada");
    register.labelProperty().set("blue key");
    register.start();
    assertThat(ceremony.phaseProperty().get()).isInstanceOf(Phase.Finished.class);
    OtpAuth told = wiring.totp().enable("ada", Totp.USUAL, Optional.empty());
    String code = told.totp().code(told.secret(), told.totp().step(wiring.clock().instant()));
    List<String> codes = wiring.totp().confirm("ada", code);
    desk.show("ada");
    return codes;
  }
}
