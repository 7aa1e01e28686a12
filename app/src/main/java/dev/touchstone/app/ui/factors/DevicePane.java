package dev.touchstone.app.ui.factors;

import dev.touchstone.app.ui.factors.DeviceViewModel.Question;
import dev.touchstone.app.ui.factors.DeviceViewModel.Standing;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.EmptyState;
import dev.touchstone.app.ui.kit.FileChoice;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Panel;
import dev.touchstone.app.ui.kit.PinField;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.Totp;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The device for one-time passwords of one user, and the password beside it. */
final class DevicePane extends StackPane {

  private static final int LONGEST_SECRET = 512;
  private static final int LONGEST_PASSWORD = 256;

  private final DeviceViewModel model;
  private final Moments moments;
  private final FileChoice files;
  private final VBox told = new VBox();
  private final VBox found = new VBox();

  DevicePane(DeviceViewModel model, Moments moments, FileChoice files, Veil veil) {
    this.model = model;
    this.moments = moments;
    this.files = files;
    TextField user = Form.text("factor-user", "ada", model.userProperty());
    user.setAccessibleText("User");
    user.setOnAction(event -> model.look());
    Button look = new Button("Look");
    look.setId("look-factors");
    look.setOnAction(event -> model.look());
    HBox.setHgrow(user, Priority.ALWAYS);
    HBox search = new HBox(user, look);
    search.getStyleClass().add("page-actions");
    told.getStyleClass().add("form-column");
    told.managedProperty().bind(told.visibleProperty());
    found.getStyleClass().add("form-column");
    VBox column = new VBox(search, told, found);
    column.getStyleClass().add("form-column");
    getChildren().add(Scroll.column(column, 720));
    model.standingProperty().subscribe(standing -> show());
    model.recoveryCodesProperty().subscribe(codes -> show());
    model.newsProperty().subscribe(news -> tell());
    model.failureProperty().subscribe(failure -> tell());
    model
        .questionProperty()
        .subscribe(question ->
            question.ifPresentOrElse(it -> DeviceQuestion.of(it, model).ask(veil), veil::hide));
    show();
  }

  private void tell() {
    told.getChildren().clear();
    model
        .failureProperty()
        .get()
        .ifPresent(advice -> told.getChildren().add(new AdvicePanel(advice)));
    String news = model.newsProperty().get();
    if (!news.isEmpty()) {
      told.getChildren().add(new Panel(Tone.GOOD, news));
    }
    told.setVisible(!told.getChildren().isEmpty());
  }

  private void show() {
    found.getChildren().clear();
    Optional<Standing> standing = model.standingProperty().get();
    if (standing.isEmpty()) {
      found
          .getChildren()
          .add(
              new EmptyState(
                  MaterialDesignC.CELLPHONE_KEY,
                  "Whose factors?",
                  "Type a user's name: what there is beside passkeys is shown, and a device for"
                      + " one-time passwords is enabled."));
      return;
    }
    if (!model.recoveryCodesProperty().get().isEmpty()) {
      found
          .getChildren()
          .add(
              new RecoveryCodesCard(
                  standing.get().name(), model.recoveryCodesProperty().get(), files));
    }
    found.getChildren().addAll(device(standing.get()), password(standing.get()));
  }

  private VBox device(Standing standing) {
    Optional<Instant> confirmed = standing.device().confirmed();
    if (standing.pending().isPresent()) {
      return pending(standing.pending().get());
    }
    if (confirmed.isEmpty()) {
      return enable();
    }
    Button codes = button("new-recovery-codes", "New recovery codes");
    codes.setOnAction(event -> model.ask(Question.NEW_RECOVERY_CODES));
    Button disable = button("disable-device", "Disable the device");
    disable.setOnAction(event -> model.ask(Question.DISABLE));
    Totp totp = standing.device().totp().orElse(Totp.USUAL);
    return new Form(
        "Device for one-time passwords",
        Badge.withIcon("a factor", Tone.GOOD),
        Texts.body(
            "Since %s; %s, %d digits, %d seconds. %s."
                .formatted(
                    moments.absolute(confirmed.get()),
                    totp.algorithm(),
                    totp.digits(),
                    totp.period(),
                    left(standing.device().recoveryCodes()))),
        Form.flow(codes, disable));
  }

  private static String left(int codes) {
    return codes == 1
        ? "One recovery code is unused"
        : "%d recovery codes are unused".formatted(codes);
  }

  private Form enable() {
    Button enable = button("enable-device", "Enable a new device");
    enable.getStyleClass().add("accent");
    enable.setOnAction(event -> model.enable(Totp.USUAL));
    PinField secret = new PinField(LONGEST_SECRET);
    secret.setId("device-secret");
    Button take = button("import-device", "Take this secret over");
    take.setOnAction(event -> model.take(secret.take(), Totp.USUAL));
    return new Form(
        "Device for one-time passwords",
        Texts.muted(
            "There is none. A new one is told its secret by a QR code, and is a factor from its"
                + " first correct code on."),
        new HBox(enable),
        Form.field(
            "Or a device that has its secret already",
            secret,
            "In base32 or as an otpauth URI; it is not shown."),
        new HBox(take));
  }

  private Form pending(OtpAuth told) {
    TextField code = Form.text("device-code", "123456", model.codeProperty());
    code.setOnAction(event -> model.confirm());
    Button confirm = button("confirm-device", "Confirm");
    confirm.getStyleClass().add("accent");
    confirm.setOnAction(event -> model.confirm());
    Button stop = button("disable-device", "Give up");
    stop.setOnAction(event -> model.ask(Question.DISABLE));
    QrPicture picture = new QrPicture(told);
    VBox words =
        new VBox(
            Texts.body("1. Let the device read the code on the left."),
            Texts.body("2. Type the number that it shows."),
            Form.field("First code", code, ""),
            Form.flow(confirm, stop),
            Texts.caption(
                "Whoever sees this picture can compute the codes. It is shown until the device is"
                    + " confirmed, and never again."));
    words.getStyleClass().add("form-column");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox both = new HBox(picture, words);
    both.getStyleClass().add("side-by-side");
    return new Form("Tell the device", both);
  }

  private Form password(Standing standing) {
    PinField first = new PinField(LONGEST_PASSWORD);
    first.setId("new-password");
    PinField again = new PinField(LONGEST_PASSWORD);
    again.setId("new-password-again");
    Button set = button("set-password", standing.password().isSet() ? "Change it" : "Set it");
    set.setOnAction(event -> model.setPassword(first.take(), again.take()));
    Button remove = button("remove-password", "Take it away");
    remove.setDisable(!standing.password().isSet());
    remove.setOnAction(event -> model.ask(Question.REMOVE_PASSWORD));
    Button allow =
        button(
            "allow-passwords", standing.allowed() ? "Forbid for everybody" : "Allow for everybody");
    allow.setOnAction(event ->
        model.ask(standing.allowed() ? Question.FORBID_PASSWORDS : Question.ALLOW_PASSWORDS));
    return new Form(
        "Password",
        Texts.muted(
            "For systems that still need one. It counts only together with a one-time password%s"
                .formatted(standing.allowed() ? "." : ", and sign-in by it is off for everybody.")),
        standing.password().isSet()
            ? Badge.withIcon("set", Tone.INFO)
            : new Badge("none", Tone.NEUTRAL),
        Form.row(
            Form.field(
                "New password",
                first,
                "At least 8 characters, and none that everybody tries first."),
            Form.field("Once more", again, "")),
        Form.flow(set, remove, allow));
  }

  private static Button button(String id, String words) {
    Button button = new Button(words);
    button.setId(id);
    return button;
  }
}
