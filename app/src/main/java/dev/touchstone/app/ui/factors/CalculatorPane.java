package dev.touchstone.app.ui.factors;

import dev.touchstone.app.ui.factors.CalculatorViewModel.Shown;
import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.PinField;
import dev.touchstone.app.ui.kit.Scroll;
import dev.touchstone.app.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What a device would show now, for support and tests. */
final class CalculatorPane extends StackPane {

  private static final int LONGEST_SECRET = 512;

  private final VBox told = new VBox();
  private final Label code = new Label();
  private final ProgressBar rest = new ProgressBar();
  private final Label left = Texts.caption("");
  private final VBox answer = new VBox();
  private final Timeline seconds;

  CalculatorPane(CalculatorViewModel model) {
    seconds = new Timeline(new KeyFrame(Duration.seconds(1), tick -> model.tick()));
    seconds.setCycleCount(Animation.INDEFINITE);
    PinField secret = new PinField(LONGEST_SECRET);
    secret.setId("calculator-secret");
    Button compute = new Button("Compute");
    compute.setId("compute");
    compute.getStyleClass().add("accent");
    compute.setDefaultButton(true);
    compute.setOnAction(event -> model.begin(secret.take()));
    Button clear = new Button("Forget it");
    clear.setId("clear-calculator");
    clear.setOnAction(event -> model.clear());
    code.setId("calculated");
    code.getStyleClass().addAll("mono", "one-time-password");
    rest.setMaxWidth(Double.MAX_VALUE);
    rest.setAccessibleText("How long it is good");
    answer.getStyleClass().addAll("card", "form");
    answer.managedProperty().bind(answer.visibleProperty());
    told.managedProperty().bind(told.visibleProperty());
    Form form =
        new Form(
            "From which secret?",
            Texts.muted("RFC 6238. It is kept nowhere, and forgotten when you leave."),
            Form.field("Secret", secret, "In base32, or an otpauth URI, which says the rest too."),
            Form.row(
                Form.field(
                    "Hash",
                    Form.choice(
                        "calculator-hash",
                        List.of("SHA1", "SHA256", "SHA512"),
                        model.algorithmProperty()),
                    ""),
                Form.field(
                    "Digits",
                    Form.choice("calculator-digits", List.of("6", "8"), model.digitsProperty()),
                    ""),
                Form.field(
                    "Seconds",
                    Form.choice("calculator-period", List.of("30", "60"), model.periodProperty()),
                    "")),
            Form.flow(compute, clear));
    VBox column = new VBox(told, answer, form);
    column.getStyleClass().add("form-column");
    getChildren().add(Scroll.column(column, 620));
    model.shownProperty().subscribe(this::show);
    model
        .failureProperty()
        .subscribe(failure -> {
          told.getChildren().setAll(failure.map(AdvicePanel::new).stream().toList());
          told.setVisible(failure.isPresent());
        });
  }

  private void show(Optional<Shown> shown) {
    answer.setVisible(shown.isPresent());
    if (shown.isEmpty()) {
      seconds.stop();
      return;
    }
    seconds.play();
    Shown now = shown.get();
    code.setText(grouped(now.code()));
    rest.setProgress(now.left() / (double) now.totp().period());
    left.setText("Good for %d more seconds.".formatted(now.left()));
    Facts facts = new Facts();
    facts.add("Before", Texts.mono(grouped(now.before())));
    facts.add("Next", Texts.mono(grouped(now.after())));
    answer.getChildren().setAll(code, rest, left, facts);
  }

  private static String grouped(String code) {
    int half = code.length() / 2;
    return code.substring(0, half) + " " + code.substring(half);
  }
}
