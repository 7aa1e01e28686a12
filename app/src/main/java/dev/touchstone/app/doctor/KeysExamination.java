package dev.touchstone.app.doctor;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Operation;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.ctap.KeyException;
import dev.touchstone.key.session.KeySession;
import dev.touchstone.key.transport.Hint;
import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.key.transport.Transport;
import dev.touchstone.key.transport.card.CardService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which keys are there, and whether each answers on each of its wires. Nothing is changed. */
record KeysExamination(KeyRing ring, Supplier<CardService> cards) implements Examination {

  private static final String AREA = "Keys";

  @Override
  public List<Finding> run() {
    List<KeyDevice> keys = ring.list();
    List<Finding> findings = new ArrayList<>();
    for (KeyDevice key : keys) {
      for (KeyDevice wire : key.wires()) {
        findings.add(key.transport() == Transport.VIRTUAL ? virtual(key) : opened(key, wire));
      }
    }
    if (keys.stream().allMatch(key -> key.transport() == Transport.VIRTUAL)) {
      findings.add(
          Finding.attention(AREA, "hardware", "No hardware key was found.", "Plug one in."));
    }
    // What is wrong with the service is told where the service is looked at.
    Optional<Hint> service = cards.get().obstacle();
    ring.hints().stream()
        .filter(hint -> !Optional.of(hint).equals(service))
        .map(KeysExamination::told)
        .forEach(findings::add);
    return findings;
  }

  /** It would be powered up, and made if it was never used. */
  private static Finding virtual(KeyDevice key) {
    return Finding.fine(AREA, key.id(), "Virtual, in " + key.path() + ".");
  }

  private Finding opened(KeyDevice key, KeyDevice wire) {
    String title = "%s (%s)".formatted(wire.id(), key.title());
    try (KeySession session = ring.open(wire)) {
      return Finding.fine(
          AREA,
          title,
          "It answers, and speaks %s.".formatted(String.join(", ", session.info().versions())));
    } catch (KeyException e) {
      Advice advice = Advisor.on(Operation.READ_KEY, e);
      return Finding.broken(AREA, title, advice.happened(), advice.next());
    }
  }

  private static Finding told(Hint hint) {
    return hint.urgent() || !hint.next().isEmpty()
        ? Finding.attention(AREA, "note", hint.happened(), hint.next())
        : Finding.fine(AREA, "note", hint.happened());
  }
}
