package dev.touchstone.key.trace.replay;

import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.session.Interaction;
import dev.touchstone.key.session.RawSession;
import dev.touchstone.key.trace.compare.Comparison;
import dev.touchstone.key.trace.compare.Difference;
import dev.touchstone.key.trace.compare.Exchange;
import dev.touchstone.key.trace.entry.Entry;
import dev.touchstone.key.trace.entry.Mask;
import dev.touchstone.key.trace.entry.MessageFacts;
import dev.touchstone.key.trace.entry.MessageKind;
import dev.touchstone.key.trace.file.Recording;
import dev.touchstone.key.trace.message.Command;
import dev.touchstone.key.trace.message.Members;
import dev.touchstone.key.trace.message.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sends the commands of a recording to a key once more and compares the replies. What was masked is
 * gone: commands that need a PIN or a secret cannot be sent, and no PIN is ever asked for.
 */
public final class Replay {

  private final Recording recording;
  private final List<Step> steps;

  private Replay(Recording recording, List<Step> steps) {
    this.recording = recording;
    this.steps = List.copyOf(steps);
  }

  /**
   * Plans it; sends nothing.
   *
   * @param hardware whether the key is a real one, on which nothing is reset
   */
  public static Replay plan(Recording recording, boolean hardware) {
    List<Step> steps = new ArrayList<>();
    for (Exchange exchange : Exchange.in(recording)) {
      if (recording.get(exchange.command()) instanceof Entry.Message message) {
        steps.add(
            new Step(
                exchange.command(),
                exchange.reply(),
                exchange.title(),
                obstacle(message, hardware),
                changes(message.facts())));
      }
    }
    return new Replay(recording, steps);
  }

  /** All commands of the recording, in their order. */
  public List<Step> steps() {
    return steps;
  }

  private static String obstacle(Entry.Message message, boolean hardware) {
    MessageFacts facts = message.facts();
    if (facts.kind() == MessageKind.U2F) {
      return "U2F messages are not replayed.";
    }
    if (!facts.complete()) {
      return "It broke off when it was recorded.";
    }
    if (!message.masks().isEmpty()) {
      return "It needs what was masked: %s."
          .formatted(
              message.masks().stream()
                  .map(Mask::name)
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
    if (hardware && facts.command() == Command.RESET.code()) {
      return "A reset deletes all that is on a key; it is not done by a replay.";
    }
    return "";
  }

  /** A sign-in counts, so that a key is not quite the same after it. */
  private static boolean changes(MessageFacts facts) {
    Command command = facts.kind() == MessageKind.CTAP2 ? Command.of(facts.command()) : null;
    if (command == null) {
      return true;
    }
    return switch (command) {
      case GET_INFO, SELECTION -> false;
      case CLIENT_PIN ->
          facts.subcommand() != 1 && facts.subcommand() != 2 && facts.subcommand() != 7;
      case CREDENTIAL_MANAGEMENT, CREDENTIAL_MANAGEMENT_PREVIEW -> facts.subcommand() > 5;
      case MAKE_CREDENTIAL,
          GET_ASSERTION,
          GET_NEXT_ASSERTION,
          RESET,
          BIO_ENROLLMENT,
          BIO_ENROLLMENT_PREVIEW,
          LARGE_BLOBS,
          CONFIG ->
          true;
    };
  }

  /**
   * What became of a step.
   *
   * @param then the status in the recording
   * @param now the status of this key; empty if the step was not sent
   * @param differences of the replies
   */
  public record Outcome(Step step, String then, String now, List<Difference> differences) {

    public Outcome {
      differences = List.copyOf(differences);
    }

    /** Whether the key did as the one in the recording; false for what was not sent. */
    public boolean same() {
      return step.isSent() && then.equals(now) && differences.isEmpty();
    }
  }

  /**
   * Sends what can be sent, one after the other.
   *
   * @throws KeyException if the key is gone or garbled; a refusal is an outcome
   */
  public List<Outcome> run(RawSession session, Interaction person, Cancellation cancel)
      throws KeyException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Step step : steps) {
      String then = step.reply() < 0 ? "no reply" : Words.outcome(recording.get(step.reply()));
      if (!step.isSent()) {
        outcomes.add(new Outcome(step, then, "", List.of()));
        continue;
      }
      byte[] command = Exchange.message(recording, step.index()).orElseThrow();
      byte[] reply = session.send(command, person, cancel);
      outcomes.add(outcome(step, then, command[0] & 0xff, reply));
    }
    return outcomes;
  }

  private Outcome outcome(Step step, String then, int code, byte[] reply) {
    List<Difference> differences = new ArrayList<>();
    Map<String, String> recorded =
        Exchange.message(recording, step.reply())
            .map(message -> Members.of(code, false, message))
            .orElse(Map.of());
    Comparison.compare("reply", recorded, Members.of(code, false, reply), differences);
    // what is masked in the recording is there in the open now
    differences.removeIf(it -> it.left().endsWith("masked"));
    String now = reply.length == 0 ? "nothing" : Words.ctapStatus(reply[0] & 0xff);
    return new Outcome(step, then, now, differences);
  }
}
