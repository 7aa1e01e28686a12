package dev.touchstone.app.ui.desk;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.usecase.DeleteCredential;
import dev.touchstone.app.usecase.LabelCredential;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.account.Credential;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A credential at the desk gets another label or is revoked: shown first, then done. */
public final class CredentialDeeds {

  /** What would be done. */
  public sealed interface Proposal {
    /** Another label; {@code credential} has the one that is lost. */
    record Relabel(Credential credential) implements Proposal {}

    record Revoke(DeleteCredential.Preview preview) implements Proposal {}
  }

  private final UseCases useCases;
  private final Background background;
  private final DeskViewModel desk;
  private final ReadOnlyObjectWrapper<Optional<Proposal>> proposal =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /**
   * @param desk is told what was done, or why it was not
   */
  CredentialDeeds(UseCases useCases, Background background, DeskViewModel desk) {
    this.useCases = useCases;
    this.background = background;
    this.desk = desk;
  }

  /** What the operator is asked to confirm. */
  public ReadOnlyObjectProperty<Optional<Proposal>> proposalProperty() {
    return proposal.getReadOnlyProperty();
  }

  /** Looks whether the label can be changed. */
  public void askToRelabel(Credential credential) {
    background.run(
        () -> useCases.labelCredential().preview(credential.id()),
        found -> proposal.set(Optional.of(new Proposal.Relabel(found))),
        desk::complain);
  }

  /** Looks what revoking would cost. */
  public void askToRevoke(Credential credential) {
    background.run(
        () -> useCases.deleteCredential().preview(credential.id()),
        preview -> proposal.set(Optional.of(new Proposal.Revoke(preview))),
        desk::complain);
  }

  /** It stays as it is. */
  public void keep() {
    proposal.set(Optional.empty());
  }

  /**
   * Does what was asked about.
   *
   * @param label the new one, where one is given; blank takes the old one away
   */
  public void confirm(String label) {
    Optional<Proposal> confirmed = proposal.get();
    keep();
    confirmed.ifPresent(
        it -> background.run(() -> apply(it, label.strip()), desk::tell, desk::complain));
  }

  private String apply(Proposal confirmed, String label) throws Failure {
    return switch (confirmed) {
      case Proposal.Relabel(Credential credential) -> {
        var _ =
            useCases.labelCredential().apply(new LabelCredential.Request(credential.id(), label));
        yield label.isEmpty()
            ? "The key has no label now."
            : "The key is called '%s' now.".formatted(label);
      }
      case Proposal.Revoke(var preview) -> {
        var gone = useCases.deleteCredential().apply(preview.credential().id());
        yield "A credential of %s is revoked.".formatted(gone.credential().userName());
      }
    };
  }
}
