package dev.touchstone.app.ui.mail;

import dev.touchstone.app.ui.kit.AdvicePanel;
import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Confirmation;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.ItemTable;
import dev.touchstone.app.ui.kit.Moments;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.app.ui.kit.Veil;
import dev.touchstone.rp.mail.MailState;
import dev.touchstone.rp.mail.QueuedMail;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The queue: which mail waits, what became of the rest, and what a server said of it. */
final class QueuePane extends VBox {

  private final QueueViewModel model;
  private final Moments moments;
  private final Veil veil;
  private final ItemTable<QueuedMail> table;
  private final FlowPane states = Form.flow();
  private final ToggleGroup group = new ToggleGroup();
  private final VBox told = new VBox();
  private final VBox card = new VBox();

  QueuePane(QueueViewModel model, Moments moments, Veil veil) {
    this.model = model;
    this.moments = moments;
    this.veil = veil;
    getStyleClass().add("key-detail");
    table = new ItemTable<>("mail-queue", "The queue", model.mails(), "No mail is in this state.");
    table
        .column("State", 100, it -> new Badge(it.state().word(), tone(it.state())))
        .words("Mail", 130, QueuedMail::kind)
        .words("Recipient", 220, QueuedMail::recipient)
        .words("Made", 150, it -> moments.absolute(it.created()))
        .words("Tries", 60, it -> String.valueOf(it.attempts()))
        .words("Reply", 300, QueuedMail::reply);
    VBox.setVgrow(table, Priority.ALWAYS);
    card.getStyleClass().add("card");
    card.setId("queued-mail");
    card.setMinHeight(USE_PREF_SIZE);
    card.managedProperty().bind(card.visibleProperty());
    told.managedProperty().bind(told.visibleProperty());
    getChildren().addAll(told, states, table, card);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(mail -> {
          if (mail != null) {
            model.choose(mail);
          }
        });
    model.chosenProperty().subscribe(this::showMail);
    model.countsProperty().subscribe(counts -> showStates());
    model.questionProperty().subscribe(this::ask);
    model
        .failureProperty()
        .subscribe(failure -> {
          told.getChildren().setAll(failure.map(AdvicePanel::new).stream().toList());
          told.setVisible(failure.isPresent());
        });
  }

  private static Tone tone(MailState state) {
    return switch (state) {
      case WAITING -> Tone.INFO;
      case SENT -> Tone.GOOD;
      case FAILED -> Tone.BAD;
      case WITHHELD -> Tone.NEUTRAL;
    };
  }

  private void showStates() {
    long all = model.countsProperty().get().values().stream().mapToLong(it -> it).sum();
    states.getChildren().setAll(choice("All", all, Optional.empty()));
    for (MailState state : MailState.values()) {
      long count = model.countsProperty().get().getOrDefault(state, 0L);
      states.getChildren().add(choice(Texts.capital(state.word()), count, Optional.of(state)));
    }
  }

  private ToggleButton choice(String name, long count, Optional<MailState> state) {
    ToggleButton button = new ToggleButton("%s  %,d".formatted(name, count));
    button.setId("mail-" + name.toLowerCase(Locale.ROOT));
    button.setToggleGroup(group);
    button.setSelected(model.stateProperty().get().equals(state));
    button.setOnAction(event -> model.stateProperty().set(state));
    return button;
  }

  private void showMail(Optional<QueuedMail> mail) {
    card.setVisible(mail.isPresent());
    mail.ifPresent(it -> {
      table.getSelectionModel().select(it);
      Facts facts = new Facts();
      facts.add("Recipient", it.recipient());
      facts.add("What the server said", it.reply());
      facts.add("Made", moments.both(it.created()));
      if (it.state() == MailState.WAITING) {
        facts.add("Next try", moments.absolute(it.due()));
        facts.add("Of no use after", moments.absolute(it.expires()));
      }
      it.ended().ifPresent(when -> facts.add("Ended", moments.both(when)));
      facts.addCopyable("Id", it.id());
      Button retry = new Button("Try again now");
      retry.setId("retry-mail");
      retry.setDisable(it.content().length() == 0);
      retry.setOnAction(event -> model.askToRetry());
      Button drop = new Button(it.state() == MailState.WAITING ? "Cancel this mail" : "Forget it");
      drop.setId("drop-mail");
      drop.setOnAction(event -> model.askToDrop());
      card.getChildren().setAll(facts, Form.flow(retry, drop));
    });
  }

  private void ask(Optional<QueueViewModel.Question> question) {
    if (question.isEmpty()) {
      veil.hide();
      return;
    }
    Confirmation asked =
        switch (question.get()) {
          case QueueViewModel.Question.Retry(var mail) ->
              new Confirmation(
                      "Try this mail again?",
                      List.of(
                          "The mail '%s' to %s is handed over now, whatever else waits."
                              .formatted(mail.kind(), mail.recipient())),
                      "Try again",
                      model::confirm,
                      model::keep)
                  .otherwise("Cancel");
          case QueueViewModel.Question.Drop(var mail) ->
              new Confirmation(
                  mail.state() == MailState.WAITING ? "Cancel this mail?" : "Forget this mail?",
                  List.of(
                      mail.state() == MailState.WAITING
                          ? "The mail '%s' to %s is never sent, and the code in it reaches nobody."
                              .formatted(mail.kind(), mail.recipient())
                          : "What became of the mail '%s' to %s is no longer known; the audit trail stays."
                              .formatted(mail.kind(), mail.recipient())),
                  mail.state() == MailState.WAITING ? "Cancel the mail" : "Forget",
                  model::confirm,
                  model::keep);
        };
    asked.ask(veil);
  }
}
