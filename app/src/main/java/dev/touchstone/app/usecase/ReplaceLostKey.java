package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.account.AtTheDesk;
import dev.touchstone.app.usecase.account.Operators;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.desk.lost.LostKey;
import dev.touchstone.rp.desk.lost.LostKey.Answer;
import dev.touchstone.rp.desk.person.Overview;
import dev.touchstone.rp.factor.email.check.IdentityCheck.Proof;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A key is lost. First the owner proves who they are, by which the lost key stops to sign in; then
 * a new one is registered; then the old credential goes. Each step can be taken when the one before
 * was, also much later and by another process.
 */
public final class ReplaceLostKey {

  private final RelyingParty relyingParty;
  private final RegisterCredential register;
  private final Operators operators;

  public ReplaceLostKey(
      RelyingParty relyingParty, RegisterCredential register, Operators operators) {
    this.relyingParty = relyingParty;
    this.register = register;
    this.operators = operators;
  }

  /**
   * Where the flow stands.
   *
   * @param person whose key it is
   * @param credential the one that is lost
   * @param provable by what the person can prove who they are; empty if by nothing
   * @param stopped whether the credential signs nobody in any more
   * @param proven whether the new key may be registered without another proof
   */
  public record State(
      Overview person,
      Credential credential,
      List<Proof> provable,
      boolean stopped,
      boolean proven) {
    public State {
      provable = List.copyOf(provable);
    }
  }

  /**
   * Looks, and changes nothing.
   *
   * @param person name or address of the account
   * @param credential id of the lost one, or its beginning; empty where the person has one key
   */
  public State look(String person, Optional<String> credential) throws Failure {
    return look(person, credential, _ -> true, "lost");
  }

  /**
   * The same for a key that was found again.
   *
   * @param credential id of the one that was found, or its beginning; empty where one is lost
   */
  public State lookAtLost(String person, Optional<String> credential) throws Failure {
    return look(person, credential, it -> it.lost().isPresent(), "found");
  }

  private State look(
      String person, Optional<String> credential, Predicate<Credential> which, String what)
      throws Failure {
    Overview overview = AtTheDesk.run(() -> relyingParty.helpDesk().people().show(person));
    operators.permitHelp(overview.facts().user().name());
    Credential lost = choose(overview, credential, which, what);
    List<Proof> provable =
        Stream.of(Proof.values())
            .filter(it ->
                switch (it) {
                  case EMAIL -> overview.facts().mail();
                  case DEVICE -> overview.facts().deviceSince().isPresent();
                })
            .toList();
    boolean proven = AtTheDesk.run(() -> desk().mayGoOn(lost));
    return new State(overview, lost, provable, lost.lost().isPresent(), proven);
  }

  /** A credential that is named is taken whether it is one of these or not. */
  private static Credential choose(
      Overview overview, Optional<String> beginning, Predicate<Credential> which, String what)
      throws Failure {
    List<Credential> all = overview.facts().credentials();
    List<Credential> fitting =
        all.stream()
            .filter(it -> beginning.map(it.id()::startsWith).orElseGet(() -> which.test(it)))
            .toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    String name = overview.facts().user().name();
    throw new Failure(
        new Advice(
            Advice.Kind.USAGE,
            fitting.isEmpty()
                ? "'%s' has no such credential.".formatted(name)
                : "'%s' has %d credentials that it could be.".formatted(name, fitting.size()),
            "Nothing was changed.",
            all.isEmpty()
                ? "Who has no key at all needs 'desk lost-everything', or a first registration."
                : "Say which one is %s, by the beginning of its id: 'touchstone desk show' lists them."
                    .formatted(what),
            ""));
  }

  /** Sends a code to the verified address of the person. */
  public void sendCode(State state) throws Failure {
    operators.permitHelp(name(state));
    AtTheDesk.run(() -> {
      desk().sendCode(name(state), operators.caller());
      relyingParty.mail().deliver(); // whoever waits for it is on the telephone
      return state;
    });
  }

  /**
   * The person tells the code: from now on the lost key signs nobody in.
   *
   * @throws Failure if it is not accepted; then nothing was changed
   */
  public State report(State state, Proof proof, String typed) throws Failure {
    operators.permitHelp(name(state));
    Answer answer =
        AtTheDesk.run(() ->
            desk().report(name(state), state.credential().id(), proof, typed, operators.caller()));
    refuse(answer);
    return look(name(state), Optional.of(state.credential().id()));
  }

  /**
   * The key was found, and the person proves that it is them who says so.
   *
   * @throws Failure if it is not accepted; then nothing was changed
   */
  public State found(State state, Proof proof, String typed) throws Failure {
    operators.permitHelp(name(state));
    Answer answer =
        AtTheDesk.run(() ->
            desk().found(name(state), state.credential().id(), proof, typed, operators.caller()));
    refuse(answer);
    return look(name(state), Optional.of(state.credential().id()));
  }

  private static void refuse(Answer answer) throws Failure {
    if (answer instanceof Answer.NotProven(String reason)) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "It is not proven who they are: %s.".formatted(reason),
              "Nothing was changed.",
              "Send another code or let them use their device; if they can do neither, two"
                  + " operators decide: 'desk lost-everything'.",
              ""));
    }
  }

  /**
   * Registers the new key, and lets the old credential go.
   *
   * @param keyId the key; empty for the one that is plugged in
   * @throws Failure if the identity is not proven or no longer, or the registration came to no
   *     verdict; the lost key stays stopped, and the flow can go on
   */
  public CeremonyResult replace(
      State before,
      Optional<String> keyId,
      Optional<String> label,
      CeremonyWatcher watcher,
      Cancellation cancellation)
      throws Failure {
    State state = look(name(before), Optional.of(before.credential().id()));
    if (!state.proven()) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "It is not proven who they are, or too long ago.",
              "Nothing was changed.",
              "Check it by a code first.",
              ""));
    }
    CeremonyResult result;
    try {
      result =
          register.run(
              new RegisterCredential.Request(keyId, wish(state, label)), watcher, cancellation);
    } catch (Failure e) {
      throw new Failure(
          new Advice(
              e.advice().kind(),
              e.advice().happened(),
              ("There is no new key yet; the lost one signs nobody in. " + e.advice().cost())
                  .strip(),
              (e.advice().next() + " Then go on within half an hour: no other code is needed.")
                  .strip(),
              e.advice().clause()),
          e);
    }
    if (result.verdict().accepted()) {
      String fresh = result.verdict().credential().orElseThrow().id();
      AtTheDesk.run(() -> {
        desk().replaced(state.credential().id(), fresh, operators.caller());
        return fresh;
      });
    }
    return result;
  }

  private static RegistrationRequest wish(State state, Optional<String> label) {
    RegistrationRequest usual =
        RegistrationRequest.forUser(name(state)).labelled(label.orElse(state.credential().label()));
    return usual.by(
        state.person().facts().user().displayName(),
        state.person().facts().user().profile(),
        RegistrationRequest.Account.EXISTING);
  }

  private static String name(State state) {
    return state.person().facts().user().name();
  }

  private LostKey desk() {
    return relyingParty.helpDesk().lostKey();
  }
}
