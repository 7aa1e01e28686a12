package dev.touchstone.app.ui.desk;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.desk.person.Overview;
import dev.touchstone.rp.desk.person.PersonFacts;
import dev.touchstone.rp.desk.person.Warning;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A person: what is wrong, by what they prove who they are, and their keys. */
final class PersonPane extends VBox {

  /**
   * What can be done from here.
   *
   * @param print writes a summary
   * @param everything asks a second operator for a new key
   * @param lost begins to replace a key
   * @param relabel asks for another label
   * @param revoke asks whether a credential is to be revoked
   */
  record Deeds(
      Runnable print,
      Runnable everything,
      Consumer<Credential> lost,
      Consumer<Credential> relabel,
      Consumer<Credential> revoke) {}

  PersonPane(Overview overview, Moments moments, Deeds deeds) {
    setId("desk-person");
    getStyleClass().add("form-column");
    PersonFacts facts = overview.facts();
    getChildren().add(head(facts.user(), deeds));
    if (!overview.warnings().isEmpty()) {
      getChildren().add(warnings(overview.warnings()));
    }
    getChildren().add(new Form("Who they are", identity(facts, moments)));
    facts.credentials().forEach(it -> getChildren().add(new KeyCard(it, facts, moments, deeds)));
  }

  private static Node head(User user, Deeds deeds) {
    Button summary = new Button("Summary", Icons.of(MaterialDesignP.PRINTER_OUTLINE));
    summary.setId("desk-print");
    summary.setMinWidth(USE_PREF_SIZE);
    summary.setOnAction(event -> deeds.print().run());
    Button all = new Button("Lost everything", Icons.of(MaterialDesignA.ACCOUNT_ALERT_OUTLINE));
    all.setId("desk-everything");
    all.setMinWidth(USE_PREF_SIZE);
    all.setOnAction(event -> deeds.everything().run());
    VBox words =
        new VBox(
            Form.flow(
                Texts.sectionTitle(user.displayName()),
                new Badge(user.role().word(), user.role() == Role.USER ? Tone.NEUTRAL : Tone.INFO),
                user.status() == Status.ACTIVE
                    ? new Badge("active", Tone.GOOD)
                    : Badge.withIcon("disabled", Tone.WARNING)),
            Texts.oneLine(user.name(), "caption"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox line = new HBox(words, summary, all);
    line.getStyleClass().add("user-line");
    return line;
  }

  private static Node warnings(List<Warning> warnings) {
    VBox lines = new VBox();
    lines.getStyleClass().add("desk-warnings");
    warnings.forEach(it -> lines.getChildren().add(Texts.body(it.sentence())));
    Panel panel =
        new Panel(
            Tone.WARNING,
            warnings.size() == 1 ? "1 warning" : "%d warnings".formatted(warnings.size()),
            lines);
    panel.setId("desk-warnings");
    return panel;
  }

  private static Facts identity(PersonFacts facts, Moments moments) {
    User user = facts.user();
    return new Facts()
        .add("Name", (user.profile().firstName() + " " + user.profile().lastName()).strip())
        .add(
            "E-mail",
            user.profile()
                .email()
                .map(it ->
                    it + (user.emailVerified().isPresent() ? " (verified)" : " (not verified)"))
                .orElse(""))
        .add(
            "One-time codes",
            facts
                .deviceSince()
                .map(since ->
                    "a device since %s, %d recovery codes left"
                        .formatted(moments.absolute(since), facts.recoveryCodes()))
                .orElse(facts.device() ? "a device that waits for its first code" : "no device"))
        .add("Password", facts.password() ? "yes" : "no")
        .add("Last sign-in", user.lastSignIn().map(moments::both).orElse("never"));
  }
}
