package dev.touchstone.key.session;

import dev.touchstone.key.ctap.KeyException.PinRefused;
import java.util.Optional;

/**
 * Why a PIN is asked for, and what the person should know before typing it.
 *
 * @param reason why it is needed, one sentence
 * @param lastMistake what was wrong with the PIN typed before in this ceremony; empty at first. A
 *     script that always answers the same must answer nothing when this is present
 * @param triesLeft PIN tries left before the key locks itself for good, if the key told it
 * @param minimumLength least length in Unicode code points
 */
public record PinRequest(
    String reason,
    Optional<PinRefused.Kind> lastMistake,
    Optional<Integer> triesLeft,
    int minimumLength) {}
