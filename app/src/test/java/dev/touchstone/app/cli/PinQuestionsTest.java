package dev.touchstone.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.virtual.Keys;
import dev.touchstone.app.virtual.PluggedKey;
import dev.touchstone.fixture.key.VirtualKey;
import dev.touchstone.fixture.key.model.KeyModels;
import dev.touchstone.key.manage.NewPinRules;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Pin;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person at a terminal, typing one answer after the other. */
@SuppressWarnings("NullAway.Init") // set before each test
final class PinQuestionsTest {

  private static final NewPinRules RULES = new NewPinRules(4, 63);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Deque<String> answers = new ArrayDeque<>();
  private final List<Pin> typed = new ArrayList<>();
  private VirtualKey key;
  private PluggedKey device;

  @BeforeEach
  void plugIn() throws Exception {
    key = Keys.touched(KeyModels.TOUCHSTONE);
    device = new PluggedKey("hid-1", key);
  }

  @AfterEach
  void close() throws Exception {
    key.close();
  }

  @Test
  void theNewPinIsTypedTwice() throws Exception {
    Pin pin = questions("", "2468", "2468").fresh(device, RULES);

    assertThat(pin.codePoints()).isEqualTo(4);
    assertThat(typed.getFirst()).isSameAs(pin);
    assertThat(typed.getLast().isDestroyed()).isTrue();
  }

  @Test
  void mistypedOrAgainstTheRulesItIsAskedForAnew() throws Exception {
    Pin pin = questions("", "12", "2468", "2469", "1357", "1357").fresh(device, RULES);

    assertThat(said()).contains("at least 4 characters", "The two are not the same.");
    assertThat(typed).hasSize(5).filteredOn(Pin::isDestroyed).hasSize(4).doesNotContain(pin);
  }

  @Test
  void whoDeclinesToRepeatItHasCancelledAndLeavesNothing() {
    assertThatThrownBy(() -> questions("", "2468").fresh(device, RULES))
        .isInstanceOfSatisfying(
            Failure.class, e -> assertThat(e.advice().kind()).isEqualTo(Advice.Kind.CANCELLED));
    assertThat(typed).allMatch(Pin::isDestroyed);
  }

  @Test
  void aHardwareKeyIsChangedAfterAYes() throws Exception {
    questions("y\n").consent(device, "set the PIN", false);

    assertThat(said()).contains("set the PIN of Touchstone Virtual Key (hid-1)", "reset", "[y/N]");
  }

  @Test
  void anythingElseIsANo() {
    for (String answer : List.of("\n", "n\n", "yeah\n", "")) {
      assertThatThrownBy(() -> questions(answer).consent(device, "set the PIN", false))
          .isInstanceOf(Failure.class)
          .hasMessage("Cancelled.");
    }
  }

  @Test
  void aLineThatIsNotUtf8IsNotGuessedAt() {
    byte[] latin1 = "pässwörd\n".getBytes(StandardCharsets.ISO_8859_1);
    PinQuestions script = new PinQuestions(context(latin1), true, question -> Optional.empty());

    assertThatThrownBy(() -> script.fresh(device, RULES))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("not UTF-8");
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
  }

  private PinQuestions questions(String line, String... pins) {
    answers.addAll(List.of(pins));
    return new PinQuestions(
        context(line.getBytes(StandardCharsets.UTF_8)),
        false,
        question -> {
          Optional<Pin> pin =
              Optional.ofNullable(answers.poll()).map(text -> new Pin(text.toCharArray()));
          pin.ifPresent(typed::add);
          return pin;
        });
  }

  private CommandContext context(byte[] in) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(in),
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            true,
            true,
            true,
            100,
            false);
    return new CommandContext(
        terminal,
        Path.of("nowhere"),
        settings -> {
          throw new AssertionError("questions need no program");
        },
        new Shell.ClosedWindow(),
        new Cancellation());
  }
}
