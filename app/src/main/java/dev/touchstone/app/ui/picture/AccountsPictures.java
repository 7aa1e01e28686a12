package dev.touchstone.app.ui.picture;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.Screen;
import dev.touchstone.app.usecase.account.ManageAccounts;
import dev.touchstone.app.usecase.token.ManageTokens;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.token.Scope;
import dev.touchstone.rp.token.desk.ApiTokenDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;

/** Pictures of the users: one with credentials, what is asked, a file, a replacement. */
final class AccountsPictures {

  private final PictureWorld world;
  private final Camera camera;

  AccountsPictures(PictureWorld world, Camera camera) {
    this.world = world;
    this.camera = camera;
  }

  void take() throws IOException, Failure {
    world.passTime(Duration.ofHours(3));
    people();
    camera.go(Screen.ACCOUNTS);
    awaitCredentials();
    camera.take("accounts");
    choose("grace");
    camera.with("credentials", TableView.class, table -> table.getSelectionModel().select(0));
    camera.take("accounts-credential");
    camera.act(() -> {
      if (camera.shell().lookup(".credential-card .scroll") instanceof ScrollPane scroll) {
        scroll.setVvalue(1);
      }
    });
    camera.take("accounts-history");
    camera.press("delete-credential");
    camera.awaitShown("confirm");
    camera.take("accounts-delete");
    camera.press("keep");
    tokens();
    edit();
    lastAdministrator();
    file();
    replace();
  }

  private void people() throws Failure {
    ManageAccounts accounts = world.useCases().accounts();
    var _ =
        accounts.create(
            new AccountText(
                "hedy",
                "",
                new ProfileText(
                    "Hedy", "Lamarr", "hedy@touchstone.example", "1914-11-09", "Inventor")),
            Role.ADMIN);
    for (int i = 1; i <= 120; i++) {
      var _ =
          accounts.create(
              new AccountText("visitor%03d".formatted(i), "", ProfileText.NOTHING), Role.USER);
    }
  }

  private void tokens() throws IOException, Failure {
    ManageTokens tokens = world.useCases().tokens();
    make(tokens, "nightly report", 90, Scope.DATA_READ);
    make(tokens, "collector of counters in the second computing centre", 366, Scope.METRICS_READ);
    String old = make(tokens, "first try", 7, Scope.ACCOUNT_READ, Scope.USERS_READ);
    boolean _ = tokens.revoke(old);
    choose("grace");
    look();
    camera.await("the tokens", () -> camera.shell().lookup("#revoke-" + old) == null);
    camera.take("accounts-tokens");
    camera.press("end-all");
    camera.awaitShown("confirm-token");
    camera.take("accounts-tokens-question");
    camera.press("keep-token");
    camera.press("close-dialog");
    choose("hedy");
    look();
    camera.take("accounts-tokens-none");
    camera.press("close-dialog");
  }

  private void look() {
    camera.choose("user-more", "tokens");
    camera.awaitShown("tokens-of-user");
  }

  private static String make(ManageTokens tokens, String name, int days, Scope... scopes)
      throws Failure {
    ApiTokenDesk.Wish wish =
        new ApiTokenDesk.Wish(name, Set.of(scopes), Optional.empty(), Duration.ofDays(days));
    return tokens.create("grace", wish).token().id();
  }

  private void edit() throws IOException {
    choose("hedy");
    camera.press("edit-user");
    camera.awaitShown("person-go");
    camera.type("person-email", "nonsense");
    camera.type("person-birth", "2999-01-01");
    camera.press("person-go");
    camera.await("the mistakes", () -> camera.shell().lookup("#person-trouble .advice") != null);
    camera.take("accounts-edit-mistakes");
    camera.type("person-email", "hedy.lamarr@touchstone.example");
    camera.type("person-birth", "");
    camera.type("person-job", "Head of invention");
    camera.press("person-go");
    camera.awaitShown("confirm");
    camera.take("accounts-edit-preview");
    camera.press("keep");
  }

  private void lastAdministrator() throws IOException {
    camera.choose("user-more", "user-status");
    camera.await("the refusal", () -> camera.shell().lookup(".accounts-right .advice") != null);
    camera.take("accounts-last-admin");
  }

  private void file() throws IOException {
    Path file = world.useCases().settings().data().resolve("staff.csv");
    Files.writeString(
        file,
        """
        name,email,role,date_of_birth
        marie,marie@touchstone.example,user,1867-11-07
        emmy,emmy@touchstone,user,
        grace,grace@touchstone.example,king,
        lise,lise@touchstone.example,auditor,1978-11-07
        """);
    camera.choose(file);
    camera.press("import-users");
    camera.awaitShown("import-store");
    camera.with("import-skip-bad", CheckBox.class, CheckBox::fire);
    camera.take("accounts-import");
    camera.press("import-leave");
  }

  private void replace() throws IOException {
    choose("grace");
    camera.with("credentials", TableView.class, table -> table.getSelectionModel().select(0));
    camera.press("replace-credential");
    camera.awaitShown("start-replace");
    camera.take("accounts-replace");
    camera.press("leave-replace");
  }

  private void choose(String name) {
    camera.search("search-accounts", name);
    camera.with("users", ListView.class, list -> list.getSelectionModel().select(0));
    camera.await(name, () -> camera.hasRows("users", 1));
    camera.settle();
  }

  private void awaitCredentials() {
    camera.await(
        "credentials",
        () ->
            camera.shell().lookup("#credentials") instanceof TableView<?> table
                && !table.getItems().isEmpty());
  }
}
