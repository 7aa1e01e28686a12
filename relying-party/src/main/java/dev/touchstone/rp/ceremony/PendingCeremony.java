package dev.touchstone.rp.ceremony;

import java.time.Instant;

/**
 * A ceremony that was begun.
 *
 * @param id names it when it is finished
 * @param optionsJson W3C {@code PublicKeyCredentialCreationOptionsJSON} or {@code
 *     PublicKeyCredentialRequestOptionsJSON}
 * @param expires after this its challenge is refused
 */
public record PendingCeremony(String id, String optionsJson, Instant expires) {}
