package dev.touchstone.app.ui.desk;

import dev.touchstone.app.ui.ceremony.CeremonyViewModel;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import java.util.List;
import java.util.Optional;

/** An operator signs in to the console with a key, its PIN or a finger. */
public final class OperatorViewModel {

  private final UseCases useCases;
  private final CeremonyViewModel ceremony;
  private final DeskViewModel desk;

  public OperatorViewModel(UseCases useCases, CeremonyViewModel ceremony, DeskViewModel desk) {
    this.useCases = useCases;
    this.ceremony = ceremony;
    this.desk = desk;
  }

  public CeremonyViewModel ceremony() {
    return ceremony;
  }

  /**
   * Signs in.
   *
   * @param name of the account; blank for the one that the key tells
   */
  public void start(String name) {
    AuthenticationRequest wish =
        new AuthenticationRequest(
            Optional.of(name.strip()).filter(it -> !it.isEmpty()),
            Operators.VERIFICATION,
            List.of(),
            "{}");
    ceremony.start((watcher, cancellation) -> {
      CeremonyResult result =
          useCases.signIn().run(new SignIn.Request(Optional.empty(), wish), watcher, cancellation);
      if (result.verdict().accepted()) {
        var _ = useCases.operators().signIn(result.verdict());
      }
      return result;
    });
  }

  /** The ceremony is over, and the person has seen its end. */
  public void finish() {
    ceremony.reset();
    desk.tell("");
  }
}
