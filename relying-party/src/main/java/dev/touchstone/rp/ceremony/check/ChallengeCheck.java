package dev.touchstone.rp.ceremony.check;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.response.ClientData;
import dev.touchstone.rp.ceremony.response.Piece;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the challenge is ours, fresh and unused (WebAuthn Level 3 §7.1 step 8, §7.2 step 11, and
 * §13.4.3). The library compares the challenges; single use and expiry it leaves to its caller.
 *
 * @param ceremony for which the challenge was given out, as it was before this answer
 * @param answer SHA-256 of what the key made
 * @param challenged the ceremony that the challenge was given out for, where that is another one
 */
public record ChallengeCheck(
    Ceremony ceremony, Bytes answer, Optional<Ceremony> challenged, Instant now) {

  public Finding of(Piece<ClientData> clientData) {
    String expected = ceremony.challenge().base64Url();
    return Finding.of(
        clientData,
        it -> {
          String received = it.challenge().orElse("(missing)");
          Finding finding = received.equals(expected) ? known() : foreign(received);
          return finding.with("challenge", expected, received);
        });
  }

  private Finding known() {
    Optional<Ceremony.Answer> earlier = ceremony.answer();
    if (earlier.isPresent() && earlier.get().isNone()) {
      return Finding.failedThoughNotForTheLibrary(
              "The challenge was taken back at %s, before anybody answered it; begin a new ceremony."
                  .formatted(earlier.get().when()))
          .with("taken back", "never", earlier.get().when().toString());
    }
    if (earlier.isPresent()) {
      String same = ceremony.answeredBy(answer) ? "This very response" : "Another response";
      return Finding.failedThoughNotForTheLibrary(
              "The challenge was already used at %s, and it may be used once. %s used it then."
                  .formatted(earlier.get().when(), same))
          .with("used", "never", earlier.get().when().toString());
    }
    if (now.isAfter(ceremony.expires())) {
      return Finding.failedThoughNotForTheLibrary(
              "The challenge expired at %s; begin a new ceremony.".formatted(ceremony.expires()))
          .with("answered", "until " + ceremony.expires(), now.toString());
    }
    return Finding.passed("The challenge is the one that was given out, unused and not expired.");
  }

  private Finding foreign(String received) {
    if (isOursInOtherLetters(received)) {
      return Finding.failedThoughNotForTheLibrary(
          "The challenge is the right one, but it is not written in base64url without padding.");
    }
    if (challenged.isEmpty()) {
      return Finding.failed("The challenge is not the one that was given out.");
    }
    Ceremony other = challenged.get();
    String used =
        other.answer().map(it -> " and used at " + it.when()).orElse(", which is still open");
    return Finding.failed(
        "The challenge is not this ceremony's: it was given out at %s for another one%s."
            .formatted(other.begun(), used));
  }

  private boolean isOursInOtherLetters(String received) {
    try {
      return Bytes.ofBase64Url(received).equals(ceremony.challenge());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
