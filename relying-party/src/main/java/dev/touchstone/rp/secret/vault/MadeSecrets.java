package dev.touchstone.rp.secret.vault;

import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.Secrets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Secrets that the program makes when they are first needed. */
record MadeSecrets(Secrets secrets) {

  /** Whoever is quicker makes it, in this process or another; the others take that one. */
  byte[] findOrMake(String name, Supplier<byte[]> maker) throws RelyingPartyException {
    Optional<byte[]> found = secrets.get(name);
    if (found.isPresent()) {
      return found.get();
    }
    byte[] made = maker.get();
    if (secrets.putIfAbsent(name, made)) {
      return made;
    }
    Arrays.fill(made, (byte) 0);
    return secrets
        .get(name)
        .orElseThrow(() ->
            new SecretUnreadable(
                "The secret '%s' was deleted while it was made; try again.".formatted(name)));
  }
}
