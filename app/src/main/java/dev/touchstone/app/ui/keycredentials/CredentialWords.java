package dev.touchstone.app.ui.keycredentials;

import dev.touchstone.app.usecase.AlgorithmName;
import dev.touchstone.key.manage.CredentialSlots;
import dev.touchstone.key.manage.StoredCredential;
import java.util.HexFormat;

/** What to call a credential on a key, and what is in it. */
final class CredentialWords {

  private CredentialWords() {}

  /** The relying party, or as much of its hash as tells it from others. */
  static String rp(StoredCredential it) {
    return it.rp()
        .id()
        .map(id -> it.rp().isShortened() ? id + "…" : id)
        .orElseGet(() ->
            "SHA-256 "
                + HexFormat.of().formatHex(it.rp().idHash().toArray()).substring(0, 16)
                + "…");
  }

  /** The user's name, or the user id where the key has no name. */
  static String user(StoredCredential it) {
    return it.user().name().isEmpty() ? "User id " + it.user().id().base64Url() : it.user().name();
  }

  static String algorithm(StoredCredential it) {
    return AlgorithmName.of(it.publicKey().algorithm());
  }

  /** How much room there is. */
  static String room(CredentialSlots slots) {
    String free =
        slots.remaining().isEmpty()
            ? ""
            : slots.remaining().getAsInt() == 0
                ? "no room for more"
                : "room for %d more".formatted(slots.remaining().getAsInt());
    if (slots.existing().isEmpty()) {
      return free;
    }
    String held = "%d on the key".formatted(slots.existing().getAsInt());
    return free.isEmpty() ? held : held + " · " + free;
  }
}
