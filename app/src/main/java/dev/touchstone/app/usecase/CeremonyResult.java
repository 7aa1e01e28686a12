package dev.touchstone.app.usecase;

import dev.touchstone.key.transport.KeyDevice;
import dev.touchstone.rp.ceremony.Verdict;

/**
 * A ceremony that came to its end, accepted or refused.
 *
 * @param verdict what the relying party decided, step by step
 * @param key the key that was used
 * @param optionsJson what the relying party asked for, W3C JSON
 * @param responseJson what the client answered, W3C JSON, with digests in the place of secrets
 */
public record CeremonyResult(
    Verdict verdict, KeyDevice key, String optionsJson, String responseJson) {}
