package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Icons;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Who the chosen user is, and what can be done to them. */
final class UserHead extends VBox {

  UserHead(User user, Moments moments, AccountDeeds deeds, Runnable edit, Runnable tokens) {
    setId("user-head");
    getStyleClass().add("user-heading");
    setMinHeight(USE_PREF_SIZE);
    VBox words =
        new VBox(
            Form.flow(
                Texts.sectionTitle(user.displayName()),
                new Badge(user.role().word(), user.role() == Role.USER ? Tone.NEUTRAL : Tone.INFO),
                user.status() == Status.ACTIVE
                    ? new Badge("active", Tone.GOOD)
                    : Badge.withIcon("disabled", Tone.WARNING)),
            Texts.oneLine(String.join(" · ", person(user)), "caption"),
            Texts.oneLine(
                "Since %s · last sign-in %s"
                    .formatted(
                        moments.absolute(user.created()),
                        user.lastSignIn().map(moments::relative).orElse("never")),
                "caption"));
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Button change = new Button("Edit", Icons.of(MaterialDesignA.ACCOUNT_EDIT_OUTLINE));
    change.setId("edit-user");
    change.setMinWidth(USE_PREF_SIZE);
    change.setOnAction(event -> edit.run());
    HBox line = new HBox(words, change, more(user, deeds, tokens));
    line.getStyleClass().add("user-line");
    line.setAlignment(Pos.TOP_LEFT);
    getChildren().add(line);
  }

  private static List<String> person(User user) {
    Profile profile = user.profile();
    List<String> facts = new ArrayList<>();
    facts.add(user.name());
    profile.email().filter(it -> !it.equals(user.name())).ifPresent(facts::add);
    if (!profile.jobTitle().isEmpty()) {
      facts.add(profile.jobTitle());
    }
    profile.dateOfBirth().ifPresent(it -> facts.add("born " + it));
    return facts;
  }

  private static MenuButton more(User user, AccountDeeds deeds, Runnable tokens) {
    MenuButton more = new MenuButton("", Icons.of(MaterialDesignD.DOTS_HORIZONTAL));
    more.setId("user-more");
    more.setAccessibleText("What else can be done to this user");
    more.setMinWidth(USE_PREF_SIZE);
    MenuItem look =
        new MenuItem("Tokens and sessions", Icons.of(MaterialDesignT.TICKET_CONFIRMATION_OUTLINE));
    look.setId("tokens");
    look.setOnAction(event -> tokens.run());
    more.getItems().addAll(look, new SeparatorMenuItem());
    for (Role role : Role.values()) {
      if (role != user.role()) {
        MenuItem item = new MenuItem("Make " + article(role), Icons.of(icon()));
        item.setId("role-" + role.word());
        item.setOnAction(event -> deeds.askForRole(user, role));
        more.getItems().add(item);
      }
    }
    more.getItems().add(new SeparatorMenuItem());
    Status other = user.status() == Status.ACTIVE ? Status.DISABLED : Status.ACTIVE;
    MenuItem status = new MenuItem(other == Status.DISABLED ? "Disable" : "Enable");
    status.setId("user-status");
    status.setOnAction(event -> deeds.askForStatus(user, other));
    MenuItem delete = new MenuItem("Delete user", Icons.of(MaterialDesignT.TRASH_CAN_OUTLINE));
    delete.setId("delete-user");
    delete.setOnAction(event -> deeds.askToDelete(user));
    more.getItems().addAll(status, delete);
    return more;
  }

  private static MaterialDesignA icon() {
    return MaterialDesignA.ACCOUNT_CONVERT_OUTLINE;
  }

  private static String article(Role role) {
    return switch (role) {
      case USER -> "an ordinary user";
      case SUPPORT -> "support";
      case AUDITOR -> "an auditor";
      case ADMIN -> "an administrator";
    };
  }
}
