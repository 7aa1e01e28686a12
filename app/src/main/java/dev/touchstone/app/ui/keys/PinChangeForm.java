package dev.touchstone.app.ui.keys;

import dev.touchstone.app.ui.keys.PinChangeViewModel.Job;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Focus;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.PinField;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.usecase.KeyPin;
import dev.touchstone.key.session.Pin;
import dev.touchstone.key.transport.Transport;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Two or three fields for PINs, and what is still wrong with them while they are typed. */
final class PinChangeForm extends VBox {

  private static final String NO_WAY_BACK =
      "There is no way back but a reset, which deletes all credentials on the key.";

  private final KeyPin pin;
  private final Job job;
  private final Consumer<TypedPins> submit;
  private final PinField current = field("current-pin", "Current PIN");
  private final PinField fresh = field("new-pin", "New PIN");
  private final PinField again = field("new-pin-again", "New PIN, once more");
  private final Label missing = Texts.caption("");
  private final Label length = Texts.caption("");
  private final Button go = new Button();

  PinChangeForm(KeyPin pin, Job job, Consumer<TypedPins> submit) {
    this.pin = pin;
    this.job = job;
    this.submit = submit;
    getStyleClass().add("dialog-body");
    if (job != Job.SET) {
      pin.state().triesLeft().ifPresent(left -> getChildren().add(tries(left)));
      getChildren().add(Form.field(job == Job.VERIFY ? "PIN" : "Current PIN", current, ""));
    }
    missing.setId("pin-missing");
    length.setId("pin-length");
    go.setId("pin-submit");
    go.setText(
        switch (job) {
          case SET -> "Set PIN";
          case CHANGE -> "Change PIN";
          case VERIFY -> "Verify PIN";
        });
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    go.setOnAction(event -> go());
    if (job == Job.VERIFY) {
      getChildren().addAll(Texts.muted("A wrong PIN costs one try."), missing);
    } else {
      getChildren()
          .addAll(
              Form.field("New PIN", fresh, ""),
              length,
              Form.field("New PIN, once more", again, ""),
              missing);
      pin.state()
          .rules()
          .sentences()
          .forEach(sentence -> getChildren().add(Texts.caption(sentence)));
    }
    if (job == Job.SET && pin.key().transport() != Transport.VIRTUAL) {
      getChildren().add(Texts.muted(NO_WAY_BACK));
    }
    getChildren().add(go);
    for (PinField field : new PinField[] {current, fresh, again}) {
      field.codePointsProperty().subscribe(length -> look());
    }
    sceneProperty()
        .subscribe((before, now) -> {
          if (now == null) {
            wipe();
          }
        });
    look();
  }

  /** Puts the keyboard where the person begins. */
  void land() {
    Focus.on(job == Job.SET ? fresh : current);
  }

  private void look() {
    try (TypedPins typed = typed(PinField::peek)) {
      Optional<String> what = typed.missing(job, pin.state().rules());
      int bytes = typed.fresh().utf8Length();
      length.setText(
          "%d characters, %d %s"
              .formatted(typed.fresh().codePoints(), bytes, bytes == 1 ? "byte" : "bytes"));
      missing.setText(what.orElse("That will do."));
      go.setDisable(what.isPresent());
    }
  }

  /** Looks once more: one character typed over another leaves the length as it was. */
  private void go() {
    look();
    if (!go.isDisabled()) {
      submit.accept(typed(PinField::take));
    }
  }

  private TypedPins typed(Function<PinField, char[]> how) {
    return new TypedPins(
        job == Job.SET ? Optional.empty() : Optional.of(new Pin(how.apply(current))),
        new Pin(how.apply(fresh)),
        new Pin(how.apply(again)));
  }

  private void wipe() {
    current.wipe();
    fresh.wipe();
    again.wipe();
  }

  private static PinField field(String id, String name) {
    PinField field = new PinField();
    field.setId(id);
    field.setAccessibleText(name);
    return field;
  }

  private static Badge tries(int left) {
    Tone tone = left == 1 ? Tone.BAD : left <= 3 ? Tone.WARNING : Tone.NEUTRAL;
    return new Badge(
        left == 1 ? "Last try: a wrong PIN locks the key" : left + " tries left", tone);
  }
}
