package dev.touchstone.key.session;

import java.util.Optional;

/**
 * Why a PIN is asked for, and what the person should know before typing it.
 *
 * @param reason why it is needed, one sentence
 * @param triesLeft PIN tries left before the key locks itself for good, if the key told it
 * @param minimumLength least length in Unicode code points
 */
public record PinRequest(String reason, Optional<Integer> triesLeft, int minimumLength) {}
