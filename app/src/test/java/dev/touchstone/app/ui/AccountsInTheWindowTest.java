package dev.touchstone.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.rp.account.Credential;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

final class AccountsInTheWindowTest extends WindowTest {

  @Test
  void aCredentialIsDeletedAfterAQuestionOnly() throws Exception {
    registered("ada", "blue key");
    go(KeyCode.DIGIT4);
    select(0);
    click("#delete-credential");
    awaitShown("#confirm");
    robot.push(KeyCode.ESCAPE);
    awaitThat(() -> !shown("#confirm"));
    assertThat(wiring.listCredentials().run(Optional.empty())).hasSize(1);

    click("#delete-credential");
    click("#confirm");
    awaitThat(() -> table().getItems().isEmpty());
    assertThat(wiring.listCredentials().run(Optional.empty())).isEmpty();
  }

  @Test
  void aLabelIsChangedInPlace() throws Exception {
    registered("ada", "blue key");
    go(KeyCode.DIGIT4);
    select(0);
    click("#credential-label");
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.write("green key");
    robot.push(KeyCode.ENTER);
    awaitThat(() ->
        wiring.listCredentials().run(Optional.empty()).getFirst().label().equals("green key"));
    awaitThat(() -> shell.lookup("#save-label") instanceof Button save && save.isDisabled());
    assertThat(((TextField) shell.lookup("#credential-label")).getText()).isEqualTo("green key");
  }

  @Test
  void theSearchFindsByLabel() throws Exception {
    registered("ada", "blue key");
    registered("grace", "green key");
    go(KeyCode.DIGIT4);
    awaitThat(() -> users().getItems().size() == 2);
    click("#search-accounts");
    robot.write("green");
    awaitThat(() -> users().getItems().size() == 1);
    awaitThat(() ->
        table().getItems().getFirst() instanceof Credential it && it.label().equals("green key"));
  }

  @Test
  void aCredentialIsReplacedInOneFlow() throws Exception {
    registered("ada", "blue key");
    String old = wiring.listCredentials().run(Optional.empty()).getFirst().id();
    go(KeyCode.DIGIT4);
    select(0);
    click("#replace-credential");
    click("#revoke-first");
    click("#start-replace");
    awaitShown("#verdict-title");
    click("#ceremony-change");
    awaitThat(() -> !table().getItems().isEmpty());
    assertThat(wiring.listCredentials().run(Optional.empty()))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.label()).isEqualTo("blue key");
          assertThat(it.id()).isNotEqualTo(old);
        });
  }

  @Test
  void anEmptyDatabaseSaysWhatToDo() {
    go(KeyCode.DIGIT4);
    awaitShown(".empty-state");
  }

  private TableView<?> table() {
    return shell.lookup("#credentials") instanceof TableView<?> table ? table : new TableView<>();
  }

  private ListView<?> users() {
    return shell.lookup("#users") instanceof ListView<?> list ? list : new ListView<>();
  }

  private void select(int row) {
    awaitThat(() -> table().getItems().size() > row);
    robot.interact(() -> table().getSelectionModel().select(row));
  }
}
