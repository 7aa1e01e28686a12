package dev.touchstone.app.ui.mail;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.mail.MailUseCases.Overview;
import dev.touchstone.app.usecase.mail.MailUseCases.Wish;
import dev.touchstone.rp.mail.smtp.MailCheck.Finding;
import dev.touchstone.rp.mail.smtp.SmtpServer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which server carries mail, and whether it would. */
public final class MailServerViewModel {

  /** What would change, shown before it does. */
  public sealed interface Question {
    /**
     * Mail goes by this server.
     *
     * @param forgets whether the password that is kept is forgotten, as it is another server's
     */
    record Choose(SmtpServer server, boolean forgets) implements Question {}

    /** Mail goes into the folder, and the password is forgotten. */
    record ToOutbox(SmtpServer before) implements Question {}
  }

  private final UseCases useCases;
  private final Background background;
  private final StringProperty host = new SimpleStringProperty("");
  private final StringProperty port = new SimpleStringProperty("");
  private final StringProperty security = new SimpleStringProperty("starttls");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty sender = new SimpleStringProperty("");
  private final StringProperty recipient = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Optional<Overview>> overview =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private char[] password = new char[0];

  MailServerViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
  }

  public StringProperty hostProperty() {
    return host;
  }

  /** Empty for the usual one. */
  public StringProperty portProperty() {
    return port;
  }

  /** starttls, tls or none. */
  public StringProperty securityProperty() {
    return security;
  }

  public StringProperty userProperty() {
    return user;
  }

  public StringProperty senderProperty() {
    return sender;
  }

  /** Whom the server is asked about; empty to end at the sender. */
  public StringProperty recipientProperty() {
    return recipient;
  }

  /** How it stands; empty until it was read. */
  public ReadOnlyObjectProperty<Optional<Overview>> overviewProperty() {
    return overview.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** The steps of the last check, as they became known. */
  public ObservableList<Finding> findings() {
    return findings;
  }

  public ReadOnlyBooleanProperty checkingProperty() {
    return checking.getReadOnlyProperty();
  }

  /** What was done last, one sentence; empty if nothing was. */
  public ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** Reads anew what is set. */
  public void refresh() {
    background.run(() -> useCases.mail().overview(), this::fill, this::fail);
  }

  private void fill(Overview now) {
    boolean first = overview.get().isEmpty();
    overview.set(Optional.of(now));
    if (first) {
      now.server()
          .ifPresent(it -> {
            host.set(it.host());
            port.set(String.valueOf(it.port()));
            security.set(it.security().word());
            user.set(it.user());
            sender.set(it.sender().toString());
          });
    }
  }

  /**
   * Looks what would change.
   *
   * @param typed a password to keep; empty to leave what is kept. It is wiped here
   */
  public void ask(char[] typed) {
    wipe();
    password = typed;
    failure.set(Optional.empty());
    news.set("");
    Wish wish = wish();
    background.run(
        () -> {
          SmtpServer server = useCases.mail().preview(wish);
          return new Question.Choose(
              server, typed.length == 0 && useCases.mail().wouldForget(server));
        },
        asked -> question.set(Optional.of(asked)),
        thrown -> {
          wipe();
          fail(thrown);
        });
  }

  private Wish wish() {
    Optional<Integer> number =
        Optional.of(port.get().strip())
            .filter(it -> !it.isEmpty())
            .map(it -> it.matches("[0-9]{1,5}") ? Integer.parseInt(it) : 0);
    return new Wish(
        Optional.of(host.get()),
        number,
        Optional.of(security.get()),
        Optional.of(user.get()),
        Optional.of(sender.get()));
  }

  /** Looks what going back to the folder would cost. */
  public void askForOutbox() {
    overview
        .get()
        .flatMap(Overview::server)
        .ifPresent(it -> question.set(Optional.of(new Question.ToOutbox(it))));
  }

  /** Does what was asked. */
  public void confirm() {
    Optional<Question> asked = question.get();
    question.set(Optional.empty());
    asked.ifPresent(it -> {
      switch (it) {
        case Question.Choose(SmtpServer server, boolean _) -> {
          char[] secret = password;
          password = new char[0];
          run(
              () -> choose(server, secret),
              "Mail goes to %s from now on.".formatted(server.place()));
        }
        case Question.ToOutbox(SmtpServer _) ->
            run(
                () -> {
                  useCases.mail().forgetServer();
                  return true;
                },
                "Mail goes into the folder.");
      }
    });
  }

  private boolean choose(SmtpServer server, char[] secret) throws Exception {
    try {
      boolean _ = useCases.mail().choose(server);
      if (secret.length > 0) {
        useCases.mail().choosePassword(secret);
      }
      return true;
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  /** Leaves it as it is. */
  public void keep() {
    question.set(Optional.empty());
    wipe();
  }

  /** Tries the server that is set, step by step; nothing is sent. */
  public void check() {
    findings.clear();
    failure.set(Optional.empty());
    news.set("");
    checking.set(true);
    Optional<String> to = Optional.of(recipient.get().strip()).filter(it -> !it.isEmpty());
    background.run(
        () -> useCases.mail().check(to, step -> background.onWindow(() -> findings.add(step))),
        all -> {
          checking.set(false);
          findings.setAll(all);
        },
        thrown -> {
          checking.set(false);
          fail(thrown);
        });
  }

  private void run(Callable<Boolean> work, String sentence) {
    failure.set(Optional.empty());
    findings.clear();
    background.run(
        work,
        done -> {
          news.set(sentence);
          refresh();
        },
        this::fail);
  }

  private void wipe() {
    Arrays.fill(password, '\0');
    password = new char[0];
  }

  private void fail(Exception thrown) {
    failure.set(Optional.of(Failures.adviceOn(thrown)));
  }
}
