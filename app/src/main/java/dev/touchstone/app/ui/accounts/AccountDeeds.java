package dev.touchstone.app.ui.accounts;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.app.usecase.DeleteUser;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.account.ManageAccounts.Edit;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.Status;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.account.UserQuery;
import dev.touchstone.rp.admin.AccountChange;
import dev.touchstone.rp.admin.transfer.UserFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is done to users and credentials: shown first, and done when the person says so. */
public final class AccountDeeds {

  /** Something that would be done, shown before it is. */
  public sealed interface Proposal {
    record LossOfCredential(DeleteCredential.Preview preview) implements Proposal {}

    record LossOfUser(DeleteUser.Preview preview) implements Proposal {}

    /** Nothing is lost but what is replaced. */
    record Change(AccountChange change, Apply apply) implements Proposal {}
  }

  /** Does what was shown. */
  @FunctionalInterface
  public interface Apply {
    User run() throws Failure;
  }

  private final UseCases useCases;
  private final Background background;
  private final Runnable changed;
  private final ReadOnlyObjectWrapper<Optional<Proposal>> proposal =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Advice>> failure =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper news = new ReadOnlyStringWrapper("");

  /**
   * @param changed told when something is not as it was
   */
  AccountDeeds(UseCases useCases, Background background, Runnable changed) {
    this.useCases = useCases;
    this.background = background;
    this.changed = changed;
  }

  /** What the person is asked to confirm. */
  public ReadOnlyObjectProperty<Optional<Proposal>> proposalProperty() {
    return proposal.getReadOnlyProperty();
  }

  /** Why the last thing was not done. */
  public ReadOnlyObjectProperty<Optional<Advice>> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** What was done last, one sentence; empty if nothing was. */
  public ReadOnlyStringProperty newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** Takes away what was told. */
  public void dismiss() {
    news.set("");
    failure.set(Optional.empty());
  }

  /** Tells what was done elsewhere, such as at a key, and shows what has become of it. */
  public void tell(String sentence) {
    dismiss();
    news.set(sentence);
    changed.run();
  }

  /** Makes a user; {@code done} is told when that worked. */
  public void create(AccountText text, Runnable done) {
    run(
        () -> useCases.accounts().create(text, Role.USER),
        made -> {
          done.run();
          tell("%s is a user now.".formatted(made.name()));
        });
  }

  /** Looks what would change of a person. */
  public void askToEdit(User user, Edit edit) {
    ask(
        () -> useCases.accounts().previewEdit(user.name(), edit),
        () -> useCases.accounts().edit(user.name(), edit));
  }

  /** Looks whether the role can be changed. */
  public void askForRole(User user, Role role) {
    ask(
        () -> useCases.accounts().previewRole(user.name(), role),
        () -> useCases.accounts().role(user.name(), role));
  }

  /** Looks whether the user can be disabled or enabled. */
  public void askForStatus(User user, Status status) {
    ask(
        () -> useCases.accounts().previewStatus(user.name(), status),
        () -> useCases.accounts().status(user.name(), status));
  }

  private void ask(Callable<AccountChange> preview, Apply apply) {
    run(
        preview,
        change -> {
          if (change.fields().isEmpty()) {
            news.set("Nothing of %s would change.".formatted(change.before().name()));
          } else {
            proposal.set(Optional.of(new Proposal.Change(change, apply)));
          }
        });
  }

  /** Looks what deleting would cost. */
  public void askToDelete(Credential credential) {
    run(
        () -> useCases.deleteCredential().preview(credential.id()),
        preview -> proposal.set(Optional.of(new Proposal.LossOfCredential(preview))));
  }

  /** Looks what deleting would cost. */
  public void askToDelete(User user) {
    run(
        () -> useCases.deleteUser().preview(user.name()),
        preview -> proposal.set(Optional.of(new Proposal.LossOfUser(preview))));
  }

  /** The person wants it to stay as it is. */
  public void keep() {
    proposal.set(Optional.empty());
  }

  /** The person confirmed. */
  public void confirm() {
    Optional<Proposal> confirmed = proposal.get();
    proposal.set(Optional.empty());
    confirmed.ifPresent(it -> run(() -> apply(it), this::tell));
  }

  private String apply(Proposal confirmed) throws Failure {
    return switch (confirmed) {
      case Proposal.LossOfCredential(var preview) -> {
        var gone = useCases.deleteCredential().apply(preview.credential().id());
        yield "A credential of %s is deleted.".formatted(gone.credential().userName());
      }
      case Proposal.LossOfUser(var preview) -> {
        var gone = useCases.deleteUser().apply(preview.user().name());
        yield "%s is deleted.".formatted(gone.user().name());
      }
      case Proposal.Change(AccountChange _, Apply apply) ->
          "%s is changed.".formatted(apply.run().name());
    };
  }

  /** Writes the users that fit to a file. */
  public void export(Path file, UserQuery which) {
    run(
        () -> useCases.accounts().exportTo(file, UserFile.of(file.toString()), which),
        count -> news.set("%,d users are in %s.".formatted(count, file)));
  }

  private <T> void run(Callable<T> task, Consumer<T> done) {
    dismiss();
    background.run(task, done, thrown -> failure.set(Optional.of(Failures.adviceOn(thrown))));
  }
}
