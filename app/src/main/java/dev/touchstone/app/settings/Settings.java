package dev.touchstone.app.settings;

import java.nio.file.Path;
import java.util.List;

/**
 * What a person can choose once for all commands.
 *
 * @param data the folder for everything that is kept
 * @param rpId the relying party's id, a domain (WebAuthn Level 3 §5.4.2)
 * @param rpName what the relying party calls itself
 * @param origins the origins whose ceremonies are accepted; the first one is the client's own
 * @param counterPolicy what a sign counter that went back leads to
 * @param virtualKey whether the virtual key is offered
 */
public record Settings(
    Path data,
    String rpId,
    String rpName,
    List<String> origins,
    CounterPolicy counterPolicy,
    boolean virtualKey) {}
