package dev.touchstone.app.usecase.factor;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.AccountText;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Mistake;
import dev.touchstone.rp.account.Permission;
import dev.touchstone.rp.account.ProfileText;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.mail.delivery.Delivery;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Codes by mail, for a person at the desk: a new account, another address, a lost passkey. */
public final class ProveEmail {

  private final RelyingParty relyingParty;
  private final Operators operators;
  private final InstantSource clock;

  public ProveEmail(RelyingParty relyingParty, Operators operators, InstantSource clock) {
    this.relyingParty = relyingParty;
    this.operators = operators;
    this.clock = clock;
  }

  private interface Work<T> {
    T run() throws RelyingPartyException;
  }

  /** Whose address a person wants to prove. */
  public sealed interface Wish {

    /** Where the code is sent. */
    String email();

    /**
     * A new account, or one that somebody made and nobody has used.
     *
     * @param displayName what screens call it; may be empty
     */
    record NewAccount(String email, String displayName) implements Wish {}

    /**
     * Another address.
     *
     * @param user whose
     * @param email the new one
     */
    record Change(String user, String email) implements Wish {}

    /** Back into an account. */
    record Recovery(String email) implements Wish {}
  }

  /**
   * What a person typed.
   *
   * @param code of the mail
   * @param oldCode of the mail to the old address; empty if there was none
   * @param second a one-time password or recovery code; empty if none is needed
   */
  public record Typed(String code, String oldCode, String second) {}

  /**
   * Sends a code, or does as if: whether somebody has the address is not told here either. Mail
   * that is due is handed over at once.
   *
   * @return why mail cannot be handed over at the moment; empty if it can
   * @throws Failure if it is no address, or there is no such user
   */
  public Optional<String> begin(Wish wish) throws Failure {
    EmailAddress email = address(wish.email());
    permit(wish);
    return told(() -> {
      switch (wish) {
        case Wish.NewAccount _ ->
            relyingParty.emailCodes().verification().begin(email, operators.caller());
        case Wish.Change(String user, String _) ->
            relyingParty.emailCodes().change().begin(user, email, operators.caller());
        case Wish.Recovery _ ->
            relyingParty.emailCodes().recovery().begin(email, operators.caller());
      }
      Delivery.Result result = relyingParty.mail().deliver();
      return result.unreachable();
    });
  }

  /**
   * By an address of their own choice for somebody else, who helps could later prove to be them.
   */
  private void permit(Wish wish) throws Failure {
    if (wish instanceof Wish.Change) {
      operators.permit(Permission.ADMINISTER);
    }
  }

  /**
   * Accepts the code.
   *
   * @return the account
   * @throws Failure if the code is not accepted
   */
  public User finish(Wish wish, Typed typed) throws Failure {
    permit(wish);
    EmailAddress email = address(wish.email());
    Optional<User> user =
        switch (wish) {
          case Wish.NewAccount(String _, String displayName) -> {
            AccountText.Checked account = account(email, displayName);
            yield told(() ->
                relyingParty
                    .emailCodes()
                    .verification()
                    .finish(email, typed.code(), account, operators.caller()));
          }
          case Wish.Change(String name, String _) ->
              told(() ->
                  relyingParty
                      .emailCodes()
                      .change()
                      .finish(name, email, typed.oldCode(), typed.code(), operators.caller()));
          case Wish.Recovery _ ->
              told(() ->
                  relyingParty
                      .emailCodes()
                      .recovery()
                      .finish(email, typed.code(), typed.second(), operators.caller()));
        };
    return user.orElseThrow(ProveEmail::refused);
  }

  private AccountText.Checked account(EmailAddress email, String displayName) throws Failure {
    List<Mistake> mistakes = new ArrayList<>();
    AccountText.Checked account =
        new AccountText("", displayName, new ProfileText("", "", email.value(), "", ""))
            .check(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), mistakes);
    if (!mistakes.isEmpty()) {
      throw usage(mistakes.getFirst().sentence());
    }
    return account;
  }

  private static EmailAddress address(String text) throws Failure {
    try {
      return EmailAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private static Failure refused() {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "The code is not accepted.",
            "Nothing was changed. Each wrong code counts as a guess.",
            "Take the code of the newest mail, which is good for five minutes and once; or send"
                + " another one. Who has a device for one-time passwords needs its code too.",
            ""));
  }

  private static Failure usage(String sentence) {
    return new Failure(new Advice(Advice.Kind.USAGE, sentence, "Nothing was changed.", "", ""));
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
