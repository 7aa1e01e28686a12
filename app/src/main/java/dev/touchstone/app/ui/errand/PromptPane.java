package dev.touchstone.app.ui.errand;

import dev.touchstone.app.ui.errand.Person.Prompt;
import dev.touchstone.app.ui.kit.AccountChoice;
import dev.touchstone.app.ui.kit.PinPanel;
import dev.touchstone.app.ui.kit.TouchPrompt;
import dev.touchstone.app.ui.kit.Waiting;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Shows what the key asks the person, in the middle of whatever is under way. */
public final class PromptPane extends StackPane {

  private final Person person;
  private final PinPanel pin;
  private final TouchPrompt touch;
  private final Node usual;
  private boolean running;
  private String words = "";

  /**
   * @param usual has the keyboard while nothing is asked: the button that cancels
   */
  public PromptPane(Person person, Node usual) {
    this.person = person;
    this.usual = usual;
    this.pin = new PinPanel(person::submitPin);
    this.touch = new TouchPrompt(person::touch);
    setMinHeight(0);
    person.promptProperty().subscribe(prompt -> show());
  }

  /** While nothing is asked, it says this. */
  public void run(String waiting) {
    boolean asking = running && !(person.promptProperty().get() instanceof Prompt.None);
    running = true;
    words = waiting;
    if (!asking) {
      show();
    }
  }

  /** Nothing is under way any more. */
  public void rest() {
    running = false;
    pin.wipe();
  }

  private void show() {
    if (!running) {
      pin.wipe();
      return;
    }
    switch (person.promptProperty().get()) {
      case Prompt.None() -> {
        pin.wipe();
        getChildren().setAll(new Waiting(words));
        usual.requestFocus();
      }
      case Prompt.Touch(String keyName, boolean virtual) -> {
        getChildren().setAll(touch);
        usual.requestFocus();
        touch.show(keyName, virtual);
      }
      case Prompt.PinWanted(var request) -> {
        getChildren().setAll(pin);
        pin.show(request);
      }
      case Prompt.Choice(var accounts) ->
          getChildren().setAll(new AccountChoice(accounts, person::choose));
    }
  }
}
