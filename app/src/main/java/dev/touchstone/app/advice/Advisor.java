package dev.touchstone.app.advice;

import dev.touchstone.app.advice.Advice.Kind;
import dev.touchstone.fixture.lab.LabException;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.inspect.InspectionException;

/** Decides by operation and failure what to tell the person. */
public final class Advisor {

  private Advisor() {}

  /** A key did not do what it was asked. */
  public static Advice on(Operation operation, KeyException failure) {
    return KeyAdvice.on(operation, failure);
  }

  /** Somebody met this code, in whatever program. */
  public static Advice on(Operation operation, Code code) {
    return switch (code) {
      case Code.Status status -> StatusAdvice.on(operation, status.value());
      case Code.Wire wire -> KeyAdvice.on(operation, wire.error());
      case Code.Problem problem ->
          new Advice(
              Kind.FAILED,
              problem.happened(),
              "",
              ProblemAdvice.next(problem.code()),
              problem.clause());
    };
  }

  /** The laboratory of virtual keys refused. */
  public static Advice on(LabException failure) {
    return LabAdvice.on(failure);
  }

  /** The client's half of a ceremony could not be done. */
  public static Advice on(Operation operation, WebAuthnException failure) {
    String happened = Sentences.of(failure);
    return switch (failure) {
      case WebAuthnException.OptionsRejected _ ->
          new Advice(
              Kind.USAGE,
              happened,
              "",
              "Change what you asked for; --help lists what each option takes.",
              operation == Operation.REGISTER
                  ? "WebAuthn Level 3 §5.1.3"
                  : "WebAuthn Level 3 §5.1.4");
      case WebAuthnException.OriginRefused _ ->
          new Advice(
              Kind.USAGE,
              happened,
              "",
              "Let the relying party's id be the origin's domain, or end it.",
              "WebAuthn Level 3 §5.1.3 step 8");
      case WebAuthnException.CredentialExcluded _ ->
          new Advice(
              Kind.FAILED,
              happened,
              "",
              "Use it to sign in, take another key, or delete the credential first.",
              "WebAuthn Level 3 §5.4 excludeCredentials");
      case WebAuthnException.NoMatchingCredential _ ->
          new Advice(
              Kind.FAILED,
              happened,
              "",
              "Take the key that was registered, name the user, or register this key first.",
              "WebAuthn Level 3 §6.3.3 step 7");
      case WebAuthnException.KeyUnsuitable key ->
          new Advice(
              Kind.FAILED,
              happened,
              "",
              switch (key.remedy()) {
                case NONE -> "Take another key, or ask for less.";
                case SET_PIN -> PinAdvice.SET_ONE;
              },
              operation == Operation.REGISTER
                  ? "WebAuthn Level 3 §6.3.2"
                  : "WebAuthn Level 3 §6.3.3");
    };
  }

  /** The relying party could not begin to judge. */
  public static Advice on(RelyingPartyException failure) {
    Sentences.Pair words = Sentences.split(Sentences.of(failure));
    return switch (failure) {
      case RelyingPartyException.UnknownUser _, RelyingPartyException.UnknownCredential _ ->
          new Advice(Kind.FAILED, words.first(), "", words.second(), "");
      case RelyingPartyException.UnknownCeremony _, RelyingPartyException.ChallengeTokenInvalid _ ->
          new Advice(Kind.FAILED, words.first(), "", words.second(), "WebAuthn Level 3 §13.4.3");
      case RelyingPartyException.AccountInvalid _ ->
          new Advice(Kind.USAGE, words.first(), "Nothing was changed.", words.second(), "");
      case RelyingPartyException.AccountConflict _ ->
          new Advice(Kind.FAILED, words.first(), "Nothing was changed.", words.second(), "");
      case RelyingPartyException.RequestInvalid _ ->
          new Advice(
              Kind.USAGE,
              words.first(),
              "",
              words.secondOr("Change what you asked for; --help lists what each option takes."),
              "WebAuthn Level 3 §5.4");
      case RelyingPartyException.ResponseMalformed _ ->
          new Advice(
              Kind.FAILED,
              words.first(),
              "",
              words.secondOr("Start over; the ceremony is still open."),
              "WebAuthn Level 3 §5.1.8");
      case RelyingPartyException.SecretUnreadable _ ->
          new Advice(Kind.FAILED, words.first(), "Nothing was changed.", words.second(), "");
      case RelyingPartyException.StoreUnavailable store ->
          new Advice(Kind.FAILED, words.first(), cost(store), words.second(), "");
    };
  }

  /** The input could not be inspected. */
  public static Advice on(InspectionException failure) {
    String where =
        failure.offset().isPresent() ? " (at offset " + failure.offset().getAsInt() + ")" : "";
    String problem = failure.problem();
    String happened =
        problem.endsWith(".")
            ? problem.substring(0, problem.length() - 1) + where + "."
            : problem + where + ".";
    return new Advice(Kind.FAILED, happened, "", failure.remedy(), "");
  }

  private static String cost(RelyingPartyException.StoreUnavailable store) {
    return switch (store.reason()) {
      case READ_ONLY, LOCKED, FULL, UNREACHABLE -> "Nothing was changed.";
      case DAMAGED, NEWER_PROGRAM -> "The file was left as it is.";
    };
  }
}
