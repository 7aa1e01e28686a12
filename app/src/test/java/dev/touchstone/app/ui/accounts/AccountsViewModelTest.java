package dev.touchstone.app.ui.accounts;

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
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** View models on the real program, with neither toolkit nor threads. */
@SuppressWarnings("NullAway.Init") // set before each test
final class AccountsViewModelTest {

  @TempDir Path data;
  private Wiring wiring;
  private AccountsViewModel model;

  @BeforeEach
  void open() {
    wiring = new Wiring(Settings.usual(data), Switchboard::new, InstantSource.system());
    wiring.virtualTouch().automatic(true);
    model = new AccountsViewModel(wiring, Background.inline());
  }

  @AfterEach
  void close() {
    wiring.close();
  }

  @Test
  void theFirstUserIsChosenWithTheirCredentials() {
    register("ada", "blue key");
    register("grace", "green key");
    model.refresh();

    assertThat(model.users()).extracting(User::name).containsExactly("ada", "grace");
    assertThat(model.credentials()).extracting(Credential::label).containsExactly("blue key");
    model.choose(model.users().getLast());
    assertThat(model.credentials()).extracting(Credential::label).containsExactly("green key");
  }

  @Test
  void usersComeInPagesAndNobodyTwice() throws Exception {
    for (int i = 0; i < 2 * AccountsViewModel.PAGE + 5; i++) {
      add("user%04d".formatted(i));
    }
    model.refresh();
    assertThat(model.users()).hasSize(AccountsViewModel.PAGE);
    model.readMore();
    assertThat(model.users()).hasSize(2 * AccountsViewModel.PAGE);
    model.readMore();
    assertThat(model.users())
        .hasSize(2 * AccountsViewModel.PAGE + 5)
        .extracting(User::name)
        .doesNotHaveDuplicates();
    assertThat(model.moreProperty().get()).isFalse();
    model.searchProperty().set("user0204");
    assertThat(model.users()).hasSize(1);
  }

  @Test
  void nameLabelRoleAndStatusNarrowTheList() throws Exception {
    register("ada", "blue key");
    register("grace", "green key");
    add("root");
    var _ = wiring.accounts().role("root", Role.ADMIN);
    model.searchProperty().set("GREEN");
    assertThat(model.users()).extracting(User::name).containsExactly("grace");
    assertThat(model.credentials()).extracting(Credential::userName).containsExactly("grace");
    model.searchProperty().set("nobody at all");
    assertThat(model.users()).isEmpty();
    assertThat(model.credentials()).isEmpty();
    assertThat(model.isEmpty()).isFalse();
    model.searchProperty().set("");
    model.roleProperty().set(Optional.of(Role.ADMIN));
    assertThat(model.users()).extracting(User::name).containsExactly("root");
    model.statusProperty().set(Optional.of(Status.DISABLED));
    assertThat(model.users()).isEmpty();
  }

  @Test
  void theChosenUserStaysChosenWhenReadAnew() {
    register("ada", "blue key");
    register("grace", "green key");
    model.refresh();
    model.choose(model.users().getLast());
    model.refresh();

    assertThat(model.chosenProperty().get()).map(User::name).contains("grace");
    assertThat(model.credentials()).extracting(Credential::userName).containsExactly("grace");
  }

  @Test
  void deletingAsksFirstAndForgetsTheUserThatIsGone() {
    register("ada", "blue key");
    model.refresh();
    User ada = model.users().getFirst();
    model.deeds().askToDelete(ada);
    assertThat(model.deeds().proposalProperty().get()).isPresent();
    model.deeds().keep();
    model.deeds().confirm();
    assertThat(model.users()).hasSize(1);

    model.deeds().askToDelete(ada);
    model.deeds().confirm();
    assertThat(model.isEmpty()).isTrue();
    assertThat(model.chosenProperty().get()).isEmpty();
    assertThat(model.credentials()).isEmpty();
  }

  @Test
  void whatIsKnownOfAPersonIsChangedOnlyAfterItWasShown() throws Exception {
    add("ada");
    model.refresh();
    User ada = model.users().getFirst();
    PersonDraft draft = PersonDraft.of(ada);
    draft.emailProperty().set("Ada@EXAMPLE.org");
    draft.jobTitleProperty().set("Programmer");
    model.deeds().askToEdit(ada, draft.edit());
    assertThat(wiring.accounts().show("ada").user().profile().jobTitle()).isEmpty();
    assertThat(model.deeds().proposalProperty().get().orElseThrow())
        .isInstanceOfSatisfying(
            AccountDeeds.Proposal.Change.class,
            it ->
                assertThat(it.change().fields())
                    .extracting(field -> field.name() + "=" + field.to())
                    .containsExactly("email=Ada@example.org", "job_title=Programmer"));
    model.deeds().confirm();
    assertThat(model.chosenProperty().get().orElseThrow().profile().jobTitle())
        .isEqualTo("Programmer");

    draft.emailProperty().set("nonsense");
    draft.dateOfBirthProperty().set("2999-01-01");
    model.deeds().askToEdit(ada, draft.edit());
    assertThat(model.deeds().proposalProperty().get()).isEmpty();
    assertThat(model.deeds().failureProperty().get().orElseThrow().paragraph())
        .contains("no e-mail address")
        .contains("in the future");
  }

  @Test
  void theLastAdministratorIsRefusedWithASentence() throws Exception {
    add("root");
    var _ = wiring.accounts().role("root", Role.ADMIN);
    model.refresh();
    User root = model.users().getFirst();
    model.deeds().askForRole(root, Role.USER);
    assertThat(model.deeds().proposalProperty().get()).isEmpty();
    assertThat(model.deeds().failureProperty().get().orElseThrow().happened())
        .contains("last administrator");
    model.deeds().askForStatus(root, Status.DISABLED);
    assertThat(model.deeds().failureProperty().get()).isPresent();
    model.deeds().askToDelete(root);
    model.deeds().confirm();
    assertThat(model.users()).hasSize(1);

    add("second");
    model.refresh();
    model.deeds().askForRole(model.users().getLast(), Role.ADMIN);
    model.deeds().confirm();
    model.deeds().askForStatus(root, Status.DISABLED);
    model.deeds().confirm();
    assertThat(model.users().getFirst().status()).isEqualTo(Status.DISABLED);
  }

  @Test
  void aFileOfUsersIsShownFirstAndThenTaken() throws Exception {
    ImportViewModel imports = new ImportViewModel(wiring, Background.inline(), model.deeds()::tell);
    Path file = data.resolve("users.csv");
    Files.writeString(file, "name,email\nada,ada@example.com\nbob,nonsense\n");
    imports.read(file);
    assertThat(imports.previewProperty().get().orElseThrow().problems()).hasSize(1);
    assertThat(imports.possible()).isFalse();
    imports.store(() -> {});
    assertThat(wiring.accounts().page(UserQuery.first(10))).isEmpty();

    imports.skipBadProperty().set(true);
    imports.store(() -> {});
    assertThat(model.users()).extracting(User::name).containsExactly("ada");
    assertThat(model.deeds().newsProperty().get()).startsWith("1 user made");

    Path exported = data.resolve("users.json");
    model.deeds().export(exported, UserQuery.first(1));
    assertThat(exported).content().contains("ada@example.com");

    Files.write(file, new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xff});
    imports.read(file);
    assertThat(imports.failureProperty().get()).isPresent();
    assertThat(imports.possible()).isFalse();
  }

  @Test
  void aDatabaseThatIsNoneGivesAdvice() throws Exception {
    Files.writeString(data.resolve("touchstone.db"), "this is no database".repeat(100));
    model.refresh();

    assertThat(model.failureProperty().get()).isPresent();
    assertThat(model.loadedProperty().get()).isTrue();
  }

  private void add(String name) throws Exception {
    var _ = wiring.accounts().create(new AccountText(name, "", ProfileText.NOTHING), Role.USER);
  }

  private void register(String user, String label) {
    CeremonyViewModel ceremony =
        new CeremonyViewModel(Background.inline(), new KeyTurn(), wiring.virtualTouch());
    RegisterViewModel register =
        new RegisterViewModel(new PartyViewModel(wiring, Background.inline()), ceremony);
    register.userProperty().set(user);
    register.labelProperty().set(label);
    register.start();
    assertThat(ceremony.phaseProperty().get()).isInstanceOf(Phase.Finished.class);
  }
}
