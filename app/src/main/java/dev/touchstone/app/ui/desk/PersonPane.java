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
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignK;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A person: what is wrong, by what they prove who they are, and their keys. */
final class PersonPane extends VBox {

  PersonPane(
      Overview overview,
      Moments moments,
      Runnable print,
      Runnable everything,
      Consumer<Credential> lost) {
    setId("desk-person");
    getStyleClass().add("form-column");
    PersonFacts facts = overview.facts();
    getChildren().add(head(facts.user(), print, everything));
    if (!overview.warnings().isEmpty()) {
      getChildren().add(warnings(overview.warnings()));
    }
    getChildren().add(new Form("Who they are", identity(facts, moments)));
    facts.credentials().forEach(it -> getChildren().add(key(it, facts, moments, lost)));
  }

  private static Node head(User user, Runnable print, Runnable everything) {
    Button summary = new Button("Summary", Icons.of(MaterialDesignP.PRINTER_OUTLINE));
    summary.setId("desk-print");
    summary.setMinWidth(USE_PREF_SIZE);
    summary.setOnAction(event -> print.run());
    Button all = new Button("Lost everything", Icons.of(MaterialDesignA.ACCOUNT_ALERT_OUTLINE));
    all.setId("desk-everything");
    all.setMinWidth(USE_PREF_SIZE);
    all.setOnAction(event -> everything.run());
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

  private static Node key(
      Credential it, PersonFacts facts, Moments moments, Consumer<Credential> lost) {
    Button button =
        new Button(
            it.lost().isPresent() ? "Go on" : "This key is lost",
            Icons.of(MaterialDesignK.KEY_REMOVE));
    button.setId("desk-lost-" + it.id());
    button.getStyleClass().add("desk-lost");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> lost.accept(it));
    Label name = Texts.sectionTitle(it.label().isEmpty() ? "Key without a label" : it.label());
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox line = new HBox(name, button);
    line.getStyleClass().add("user-line");
    Facts told =
        new Facts()
            .add("Model", it.model().orElse("not known"))
            .add("Serial number", facts.serials().getOrDefault(it.id(), ""))
            .addCopyable("Credential", it.id())
            .add("Last used", it.lastUsed().map(moments::both).orElse("never"))
            .add("Made", moments.absolute(it.created()));
    it.lost().ifPresent(since -> told.add("Reported lost", moments.both(since)));
    return new Form("", line, told);
  }
}
