package dev.touchstone.app.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.advice.Advice.Kind;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.rp.account.Mistake;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.inspect.InspectionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks the whole product of operations and failures. */
final class AdvisorTest {

  static Stream<KeyException> keyFailures() {
    List<KeyException> all = new ArrayList<>();
    IntStream.range(0, 256).forEach(code -> all.add(new KeyException.KeyRefused(code)));
    for (KeyException.PinRefused.Kind kind : KeyException.PinRefused.Kind.values()) {
      all.add(new KeyException.PinRefused(kind, OptionalInt.empty()));
      all.add(new KeyException.PinRefused(kind, OptionalInt.of(1)));
      all.add(new KeyException.PinRefused(kind, OptionalInt.of(7)));
    }
    for (var why : KeyException.Stopped.Why.values()) {
      all.add(new KeyException.Stopped(why));
    }
    for (var obstacle : KeyException.NotPossible.Obstacle.values()) {
      all.add(new KeyException.NotPossible(obstacle, "This key cannot do that."));
      all.add(new KeyException.NotPossible(obstacle, "It is full. Only a reset helps."));
    }
    all.add(new KeyException.KeyGone("The key was unplugged.", new Exception("cause")));
    all.add(new KeyException.ReplyGarbled("The key's reply is no CBOR map."));
    return all.stream();
  }

  static Stream<WebAuthnException> clientFailures() {
    return Stream.of(
        new WebAuthnException.OptionsRejected("TypeError", "user.id", "is missing."),
        new WebAuthnException.OriginRefused("The RP ID example.org is not that of the origin."),
        new WebAuthnException.CredentialExcluded(),
        new WebAuthnException.NoMatchingCredential("The key holds no credential for this."),
        new WebAuthnException.KeyUnsuitable("NotAllowedError", "The key has no PIN."),
        withoutPin());
  }

  static Stream<RelyingPartyException> relyingPartyFailures() {
    return Stream.concat(
        Stream.of(
            new RelyingPartyException.UnknownUser("ada"),
            new RelyingPartyException.UnknownCredential("abc"),
            new RelyingPartyException.UnknownCeremony("1", "registration"),
            new RelyingPartyException.ChallengeTokenInvalid("it expired"),
            new RelyingPartyException.AccountConflict("The name 'ada' is taken; choose another."),
            new RelyingPartyException.AccountInvalid(
                List.of(new Mistake("email", "The address has no @; write one that has."))),
            new RelyingPartyException.RequestInvalid("There is no attestation 'x'; use none."),
            new RelyingPartyException.ResponseMalformed("The response is no JSON object."),
            RelyingPartyException.SecretUnreadable.keyMissing("a", "k", "the file b"),
            RelyingPartyException.SecretUnreadable.damaged("a", null)),
        Arrays.stream(RelyingPartyException.StoreUnavailable.Reason.values())
            .map(reason ->
                new RelyingPartyException.StoreUnavailable(
                    reason, Path.of("touchstone.db"), null)));
  }

  @ParameterizedTest
  @MethodSource("keyFailures")
  void everyKeyFailureIsToldInSentencesForEveryOperation(KeyException failure) {
    for (Operation operation : Operation.values()) {
      wellTold(Advisor.on(operation, failure));
    }
  }

  @ParameterizedTest
  @MethodSource("clientFailures")
  void everyClientFailureIsToldInSentencesForEveryOperation(WebAuthnException failure) {
    for (Operation operation : Operation.values()) {
      wellTold(Advisor.on(operation, failure));
    }
  }

  @ParameterizedTest
  @MethodSource("relyingPartyFailures")
  void everyRelyingPartyFailureIsToldInSentences(RelyingPartyException failure) {
    wellTold(Advisor.on(failure));
  }

  @Test
  void theWalkLeavesNoFailureOut() {
    assertThat(classes(keyFailures())).isEqualTo(members(KeyException.class));
    assertThat(classes(clientFailures())).isEqualTo(members(WebAuthnException.class));
    assertThat(classes(relyingPartyFailures())).isEqualTo(members(RelyingPartyException.class));
  }

  @Test
  void aWrongPinTellsTheTriesLeft() {
    Advice advice =
        Advisor.on(
            Operation.SIGN_IN,
            new KeyException.PinRefused(KeyException.PinRefused.Kind.WRONG, OptionalInt.of(3)));

    assertThat(advice.happened()).isEqualTo("The PIN is wrong.");
    assertThat(advice.cost()).isEqualTo("3 tries are left.");
    assertThat(advice.kind()).isEqualTo(Kind.FAILED);
  }

  @Test
  void theLastTryIsCalledTheLast() {
    Advice advice =
        Advisor.on(
            Operation.SIGN_IN,
            new KeyException.PinRefused(KeyException.PinRefused.Kind.WRONG, OptionalInt.of(1)));

    assertThat(advice.cost()).contains("One try is left").contains("locks itself for good");
  }

  @Test
  void aShortPinCostsNoTry() {
    Advice advice =
        Advisor.on(
            Operation.REGISTER,
            new KeyException.PinRefused(KeyException.PinRefused.Kind.TOO_SHORT, OptionalInt.of(8)));

    assertThat(advice.cost()).contains("no try was lost");
  }

  @Test
  void aKeyWithoutItsPinIsToldWhereToSetOne() {
    for (Operation operation : List.of(Operation.REGISTER, Operation.SIGN_IN)) {
      assertThat(Advisor.on(operation, withoutPin()).next())
          .contains("touchstone pin set", "Keys screen");
    }
  }

  @Test
  void aKeyThatVanishesMayHaveTakenTheNewPin() {
    var gone = new KeyException.KeyGone("The key was unplugged.");

    assertThat(Advisor.on(Operation.SET_PIN, gone).cost()).contains("not known");
    assertThat(Advisor.on(Operation.CHANGE_PIN, gone).cost()).contains("not known");
    assertThat(Advisor.on(Operation.REGISTER, gone).cost()).startsWith("Nothing was registered.");
  }

  @Test
  void aFullKeyIsToldHowToMakeRoom() {
    Advice advice = Advisor.on(Operation.REGISTER, new KeyException.KeyRefused(0x28));

    assertThat(advice.happened()).contains("full");
    assertThat(advice.next()).contains("--resident-key discouraged");
    assertThat(advice.clause()).contains("CTAP2_ERR_KEY_STORE_FULL");
  }

  @Test
  void anUnknownStatusKeepsItsByte() {
    Advice advice = Advisor.on(Operation.REGISTER, new KeyException.KeyRefused(0xE7));

    assertThat(advice.clause()).contains("0xe7");
    assertThat(CtapStatus.of(0xE7)).isEqualTo(CtapStatus.UNKNOWN);
  }

  @Test
  void theSpotInTheInputIsNamed() {
    Advice advice =
        Advisor.on(
            new InspectionException("This is no base64.", OptionalInt.of(17), "Paste it whole."));

    assertThat(advice.happened()).isEqualTo("This is no base64 (at offset 17).");
    assertThat(advice.next()).isEqualTo("Paste it whole.");
  }

  private static WebAuthnException withoutPin() {
    return new WebAuthnException.KeyUnsuitable(
        "ConstraintError",
        "The key has no PIN yet.",
        WebAuthnException.KeyUnsuitable.Remedy.SET_PIN);
  }

  private static void wellTold(Advice advice) {
    Sense.check(advice, advice.toString());
  }

  private static Set<Class<?>> classes(Stream<? extends Exception> failures) {
    return failures
        .map((Function<Exception, Class<?>>) Exception::getClass)
        .collect(Collectors.toSet());
  }

  private static Set<Class<?>> members(Class<?> sealed) {
    return Set.of(sealed.getPermittedSubclasses());
  }
}
