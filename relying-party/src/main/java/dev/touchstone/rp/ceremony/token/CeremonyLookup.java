package dev.touchstone.rp.ceremony.token;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.CeremonyReference.Brought;
import dev.touchstone.rp.ceremony.CeremonyReference.ByChallenge;
import dev.touchstone.rp.ceremony.CeremonyReference.ById;
import dev.touchstone.rp.ceremony.CeremonyReference.ByToken;
import dev.touchstone.rp.ceremony.CeremonyReference.Claimed;
import dev.touchstone.rp.ceremony.CeremonyReference.OfCode;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownCeremony;
import java.util.Optional;

/** Finds the ceremony that an answer belongs to. */
public final class CeremonyLookup {

  private final ChallengeTokens tokens;

  public CeremonyLookup(ChallengeTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The same reference, its token read: that takes no records, and is not to keep them waiting.
   *
   * @throws RelyingPartyException.ChallengeTokenInvalid if the token is not ours
   */
  public CeremonyReference opened(CeremonyReference reference, CeremonyKind kind)
      throws RelyingPartyException {
    return switch (reference) {
      case ByToken(String token) -> new Brought(tokens.read(token, kind));
      case OfCode(CeremonyReference other) -> new OfCode(opened(other, kind));
      case Claimed(String email, CeremonyReference other) ->
          new Claimed(email, opened(other, kind));
      case Brought _, ById _, ByChallenge _ -> reference;
    };
  }

  /**
   * The ceremony, and whether it was answered already.
   *
   * @param challenge of the answer; empty if it cannot be read
   * @throws RelyingPartyException.UnknownCeremony if there is none
   * @throws RelyingPartyException.ChallengeTokenInvalid if a token is not ours
   * @throws RelyingPartyException.RequestInvalid if it was begun for somebody else
   */
  public Ceremony find(
      CeremonyReference reference, CeremonyKind kind, Optional<Bytes> challenge, Records records)
      throws RelyingPartyException {
    return switch (reference) {
      case ById(String id) ->
          records.ceremonies().find(id, kind).orElseThrow(() -> unknown(id, kind));
      case ByToken _ -> find(opened(reference, kind), kind, challenge, records);
      case Brought(Ceremony begun) ->
          begun.answered(records.ceremonies().answer(begun.challenge()));
      case ByChallenge() ->
          challenge
              .flatMap(records.ceremonies()::withChallenge)
              .filter(it -> it.kind() == kind)
              .orElseThrow(() -> unknown("of this challenge", kind));
      case OfCode(CeremonyReference other) -> {
        Ceremony begun = find(other, kind, challenge, records);
        yield begun
            .userHandle()
            .flatMap(it -> records.enrolments().begunBy(it, begun.id()))
            .map(_ -> begun)
            .orElseThrow(() -> unknown("that a code began", kind));
      }
      case Claimed(String email, CeremonyReference other) -> {
        Ceremony begun = find(other, kind, challenge, records);
        requireAccount(begun, email, records);
        yield begun;
      }
    };
  }

  private static void requireAccount(Ceremony begun, String email, Records records)
      throws RequestInvalid {
    Optional<User> account =
        begun.newcomer().or(() -> begun.userHandle().flatMap(records.users()::withHandle));
    boolean somebodyElse =
        account
            .map(it -> it.profile().email().map(EmailAddress::key))
            .filter(known -> !known.equals(Optional.of(EmailAddress.key(email))))
            .isPresent();
    if (somebodyElse) {
      throw new RequestInvalid(
          "The ceremony was begun for '%s' and answered for '%s'; begin one for that account."
              .formatted(account.orElseThrow().name(), email));
    }
  }

  private static UnknownCeremony unknown(String id, CeremonyKind kind) {
    return new UnknownCeremony(
        id,
        switch (kind) {
          case REGISTRATION -> "registration";
          case AUTHENTICATION -> "sign-in";
        });
  }
}
