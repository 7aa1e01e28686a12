package dev.touchstone.rp.desk.person;

import java.time.Instant;
import java.util.List;

/**
 * A person as the help desk sees them.
 *
 * @param facts what is known
 * @param warnings what should not stay so, the most urgent first
 * @param at when it was looked at
 */
public record Overview(PersonFacts facts, List<Warning> warnings, Instant at) {
  public Overview {
    warnings = List.copyOf(warnings);
  }
}
