package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Form;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A person as a form: to make an account, or to change what is known of one. */
final class PersonDialog extends VBox {

  /**
   * @param named whether the account's name can be chosen
   * @param word what the button says
   */
  PersonDialog(PersonDraft draft, AccountDeeds deeds, boolean named, String word, Runnable done) {
    getStyleClass().add("dialog-body");
    VBox trouble = new VBox();
    trouble.setId("person-trouble");
    if (named) {
      getChildren()
          .add(
              Form.field(
                  "Name",
                  Form.text("person-name", "ada", draft.nameProperty()),
                  "By which the user signs in; the e-mail address if none is given."));
    }
    getChildren()
        .addAll(
            Form.field(
                "Display name",
                Form.text("person-display-name", "Ada Lovelace", draft.displayNameProperty()),
                ""),
            pair(
                Form.field(
                    "First name",
                    Form.text("person-first-name", "Ada", draft.firstNameProperty()),
                    ""),
                Form.field(
                    "Last name",
                    Form.text("person-last-name", "Lovelace", draft.lastNameProperty()),
                    "")),
            Form.field(
                "E-mail address",
                Form.text("person-email", "ada@example.org", draft.emailProperty()),
                ""),
            pair(
                Form.field(
                    "Date of birth",
                    Form.text("person-birth", "1990-12-31", draft.dateOfBirthProperty()),
                    ""),
                Form.field(
                    "Job title",
                    Form.text("person-job", "Programmer", draft.jobTitleProperty()),
                    "")),
            trouble);
    Button go = new Button(word);
    go.setId("person-go");
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    go.setOnAction(event -> done.run());
    HBox buttons = new HBox(go);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    getChildren().add(buttons);
    deeds
        .failureProperty()
        .subscribe(failure ->
            trouble.getChildren().setAll(failure.map(AdvicePanel::new).stream().toList()));
  }

  private static HBox pair(VBox left, VBox right) {
    HBox pair = new HBox(left, right);
    pair.getStyleClass().add("person-pair");
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    return pair;
  }
}
