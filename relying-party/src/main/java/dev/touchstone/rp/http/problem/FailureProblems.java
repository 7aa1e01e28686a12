package dev.touchstone.rp.http.problem;

import dev.touchstone.rp.account.Mistake;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.AccountInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.ChallengeTokenInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.ResponseMalformed;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.failure.RelyingPartyException.StoreUnavailable;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownCeremony;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownCredential;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.http.problem.Problem.FieldError;
import io.javalin.http.Header;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the outside is told when the relying party could not even begin to judge. */
final class FailureProblems {

  /** Seconds until a store that was gone may be back. */
  private static final String RETRY = "5";

  private FailureProblems() {}

  static Problem of(RelyingPartyException failure) {
    return switch (failure) {
      case UnknownUser _, UnknownCredential _ -> Problem.of(ProblemCode.NOT_FOUND);
      case UnknownCeremony _, ChallengeTokenInvalid _ ->
          Problem.of(ProblemCode.BAD_REQUEST, "No ceremony is open to which this is the answer.");
      case AccountInvalid invalid -> fields(invalid.mistakes());
      case AccountConflict _, RequestInvalid _ -> Problem.of(ProblemCode.CONFLICT, text(failure));
      case ResponseMalformed _ ->
          Problem.field("/credential", "is no response of an authenticator");
      case SecretUnreadable _ ->
          Problem.of(ProblemCode.UNAVAILABLE, "A key of the server cannot be read.")
              .with(Header.RETRY_AFTER, RETRY);
      case StoreUnavailable unavailable ->
          Problem.of(
                  ProblemCode.UNAVAILABLE,
                  "The database cannot be used (%s)."
                      .formatted(unavailable.reason().name().toLowerCase(Locale.ROOT)))
              .with(Header.RETRY_AFTER, RETRY);
    };
  }

  private static Problem fields(List<Mistake> mistakes) {
    return new Problem(
        ProblemCode.INVALID_FIELD,
        "",
        mistakes.stream().map(it -> new FieldError("/" + it.field(), it.sentence())).toList(),
        Map.of());
  }

  private static String text(RelyingPartyException failure) {
    return String.valueOf(failure.getMessage());
  }
}
