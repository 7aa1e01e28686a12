package dev.touchstone.app.advice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.app.advice.Advice.Kind;
import dev.touchstone.key.ctap.CtapStatus;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.ctap.KeyException.KeyGone;
import dev.touchstone.key.ctap.KeyException.KeyRefused;
import dev.touchstone.key.ctap.KeyException.PinRefused;
import dev.touchstone.key.ctap.KeyException.ReplyGarbled;
import dev.touchstone.key.transport.PcscCode;
import dev.touchstone.key.transport.Symptom;
import dev.touchstone.key.transport.SystemError;
import dev.touchstone.key.transport.WireError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation on a key with every code that can come: the advice has to fit the two. */
final class AdviceProductTest {

  private static final Set<Operation> CEREMONIES =
      EnumSet.of(Operation.REGISTER, Operation.SIGN_IN);
  private static final Set<Operation> FINGERPRINTS =
      EnumSet.of(
          Operation.LIST_FINGERPRINTS,
          Operation.ENROL_FINGERPRINT,
          Operation.RENAME_FINGERPRINT,
          Operation.DELETE_FINGERPRINT);
  private static final Set<Operation> BLOBS =
      EnumSet.of(
          Operation.READ_LARGE_BLOB,
          Operation.WRITE_LARGE_BLOB,
          Operation.DELETE_LARGE_BLOB,
          Operation.COLLECT_LARGE_BLOBS);
  private static final Set<Operation> CREDENTIALS =
      EnumSet.of(
          Operation.LIST_CREDENTIALS,
          Operation.RENAME_CREDENTIAL_USER,
          Operation.DELETE_KEY_CREDENTIAL);

  /** All bytes, two words of each first byte, all named codes, and some that nobody gave out. */
  static List<Code> everyCode() {
    List<Code> all = new ArrayList<>();
    IntStream.range(0, 0x100).forEach(value -> all.add(new Code.Status(value)));
    Stream.of(
            IntStream.range(0, 0x100).mapToObj(WireError.CtapHid::new),
            IntStream.range(0, 0x200).mapToObj(half -> new WireError.StatusWord(half << 7)),
            CodeBook.all().stream().flatMap(AdviceProductTest::word),
            Arrays.stream(PcscCode.values()).map(code -> new WireError.Pcsc(code.value())),
            Stream.of(0, 5, 0x80100000, 0x801000FF, -1).map(WireError.Pcsc::new),
            Arrays.stream(SystemError.values()),
            Arrays.stream(Symptom.values()))
        .flatMap(errors -> errors)
        .forEach(error -> all.add(new Code.Wire(error)));
    return all;
  }

  private static Stream<WireError.StatusWord> word(Code code) {
    return code instanceof Code.Wire(WireError.StatusWord word) ? Stream.of(word) : Stream.of();
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void everyCodeIsToldInSentencesThatFitTheOperation(Operation operation) {
    for (Code code : everyCode()) {
      Advice advice = Advisor.on(operation, code);
      Sense.check(advice, operation + " " + code);
      assertThat(advice.clause()).contains(code.text());
      suits(operation, advice.next(), operation + " " + code);
    }
  }

  /** Words that are nonsense to somebody who was doing something else. */
  private record Rule(String words, Predicate<Operation> where) {
    boolean isBrokenBy(Operation operation, String next) {
      return Pattern.compile(words).matcher(next).find() && !where.test(operation);
    }
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "touchstone pin|Reset the key", it -> it.asksForPin() || it == Operation.SET_PIN),
          new Rule("type the PIN|clean and dry finger", Operation::asksForPin),
          new Rule("PIN", Operation::isOnAKey),
          new Rule("touch the key|blinks", Operation::asksForTouch),
          new Rule("was registered|register this|fewer excluded", CEREMONIES::contains),
          new Rule("--resident-key|algorithm|ES256", it -> it == Operation.REGISTER),
          new Rule("(?i)only a reset|take (a|another) key", it -> it != Operation.RESET_KEY),
          new Rule("first seconds", it -> it == Operation.RESET_KEY),
          new Rule("touchstone pin set", it -> it != Operation.SET_PIN),
          new Rule("touchstone pin change", it -> it != Operation.CHANGE_PIN),
          new Rule("touchstone info", it -> it != Operation.READ_KEY),
          new Rule("fingerprint", FINGERPRINTS::contains),
          new Rule("blob", it -> BLOBS.contains(it) || it == Operation.SIGN_IN),
          new Rule("List the cred", it -> CREDENTIALS.contains(it) || BLOBS.contains(it)),
          new Rule("before you start over", Operation::changesKey));

  private static void suits(Operation operation, String next, String what) {
    assertThat(RULES).as("%s: %s", what, next).noneMatch(rule -> rule.isBrokenBy(operation, next));
  }

  @ParameterizedTest
  @EnumSource(
      value = Operation.class,
      names = {"ACCOUNTS", "INSPECT"},
      mode = EnumSource.Mode.EXCLUDE)
  void aReplyThatGetsLostNamesTheTwoStatesOfWhatChangesAKey(Operation operation) {
    for (KeyException lost :
        List.of(
            new KeyGone("The key was unplugged."),
            new KeyGone("The key does not answer.", Symptom.NO_ANSWER, null),
            new ReplyGarbled("The key's reply is not CBOR."),
            new KeyRefused(0xF7),
            new ReplyGarbled("x", new WireError.StatusWord(0x6F00), null))) {
      Advice advice = Advisor.on(operation, lost);

      if (operation.changesKey()) {
        assertThat(advice.cost()).contains("not known");
        assertThat(advice.next()).contains("before you start over");
      } else {
        assertThat(advice.cost()).doesNotContain("not known, ");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void aRefusalLeavesTheKeyAsItWas(Operation operation) {
    IntStream.range(1, 256)
        .filter(code -> CtapStatus.of(code) != CtapStatus.UNKNOWN)
        .mapToObj(KeyRefused::new)
        .map(refused -> Advisor.on(operation, refused))
        .forEach(advice ->
            assertThat(advice.cost())
                .startsWith(Effect.none(operation))
                .doesNotContain("not known"));
  }

  @Test
  void whatCostsATryOrATouchSaysSo() {
    for (Operation operation : Operation.values()) {
      if (operation.asksForPin()) {
        assertThat(cost(operation, CtapStatus.PIN_INVALID)).contains("one PIN try");
        assertThat(cost(operation, CtapStatus.PIN_BLOCKED)).contains("No PIN tries are left");
        assertThat(cost(operation, CtapStatus.UV_INVALID)).contains("no PIN try");
        assertThat(cost(operation, CtapStatus.PIN_AUTH_BLOCKED)).contains("takes no PIN before");
      } else {
        assertThat(cost(operation, CtapStatus.PIN_INVALID)).doesNotContain("try");
      }
    }
    assertThat(cost(Operation.REGISTER, CtapStatus.KEY_STORE_FULL)).contains("touch");
    assertThat(cost(Operation.REGISTER, CtapStatus.CREDENTIAL_EXCLUDED)).contains("touch");
    assertThat(cost(Operation.SIGN_IN, CtapStatus.NO_CREDENTIALS)).contains("touch");
    assertThat(Advisor.on(Operation.REGISTER, new KeyGone("It is gone.")).cost()).contains("slot");
    assertThat(Advisor.on(Operation.VERIFY_PIN, new KeyGone("It is gone.")).cost())
        .contains("cost a try");
  }

  private static String cost(Operation operation, CtapStatus status) {
    return Advisor.on(operation, new KeyRefused(status.code())).cost();
  }

  @Test
  void anUnknownCodeShowsItsNumberAndItsRange() {
    for (Operation operation : Operation.values()) {
      assertThat(happened(operation, new Code.Status(0xE7)))
          .contains("0xe7", "0xe0 to 0xef", "extensions");
      assertThat(happened(operation, new Code.Status(0xF1)))
          .contains("0xf1", "0xf0 to 0xff", "maker");
      assertThat(happened(operation, new Code.Status(0x50))).contains("0x50", "0x00 to 0xdf");
      assertThat(happened(operation, new Code.Wire(new WireError.CtapHid(0x42))))
          .contains("0x42", "0x7f");
      assertThat(happened(operation, new Code.Wire(new WireError.StatusWord(0x63C2))))
          .contains("63c2", "63xx");
      assertThat(happened(operation, new Code.Wire(new WireError.StatusWord(0x6123))))
          .contains("35 bytes");
      assertThat(happened(operation, new Code.Wire(new WireError.StatusWord(0x1234))))
          .contains("1234", "6xxx");
      assertThat(happened(operation, new Code.Wire(new WireError.Pcsc(0x80100099))))
          .contains("0x80100099", "range");
      assertThat(happened(operation, new Code.Wire(new WireError.Pcsc(5))))
          .contains("0x00000005", "none of PC/SC");
    }
  }

  private static String happened(Operation operation, Code code) {
    return Advisor.on(operation, code).happened();
  }

  @ParameterizedTest
  @EnumSource(PinRefused.Kind.class)
  void aPinThatIsNotTakenIsToldWithWhatItCost(PinRefused.Kind kind) {
    for (Operation operation : Operation.values()) {
      for (OptionalInt tries : List.of(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.of(7))) {
        Advice advice = Advisor.on(operation, new PinRefused(kind, tries));

        Sense.check(advice, operation + " " + kind);
        assertThat(advice.cost()).isNotBlank();
        assertThat(advice.clause()).startsWith("CTAP 2.3 §6.");
      }
    }
  }

  @Test
  void aU2fKeyIsToldByItsStatusWord() {
    Advice advice =
        Advisor.on(Operation.SIGN_IN, new KeyRefused(0x22, new WireError.StatusWord(0x6A80)));

    assertThat(advice.happened()).contains("not one of this key");
    assertThat(advice.cost()).isEqualTo("Nobody was signed in.");
    assertThat(advice.next()).contains("that made the credential");
    assertThat(advice.clause()).contains("6a80");
  }

  @Test
  void theSameCodeMeansSomethingElseInAReset() {
    KeyException notAllowed = new KeyRefused(0x30);

    assertThat(Advisor.on(Operation.RESET_KEY, notAllowed).next()).contains("first seconds");
    assertThat(Advisor.on(Operation.SIGN_IN, notAllowed).next()).doesNotContain("first seconds");
  }

  @Test
  void whoCancelledIsToldNothingToDo() {
    Advice advice = Advisor.on(Operation.RESET_KEY, new KeyRefused(0x2D));

    assertThat(advice.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(advice.cost()).isEqualTo("The key was not reset.");
    assertThat(advice.next()).isEmpty();
  }
}
