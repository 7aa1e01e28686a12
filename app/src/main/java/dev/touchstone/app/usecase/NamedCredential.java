package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.key.manage.StoredCredential;
import java.util.List;

/** The one credential on a key that a person means. */
public final class NamedCredential {

  private NamedCredential() {}

  /**
   * Finds it.
   *
   * @param beginning of its id, base64url
   * @throws Failure if there is none, or more than one
   */
  public static StoredCredential of(List<StoredCredential> all, String beginning) throws Failure {
    List<StoredCredential> found =
        all.stream().filter(it -> it.id().bytes().base64Url().startsWith(beginning)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw new Failure(
        found.isEmpty() || beginning.isEmpty()
            ? new Advice(
                Advice.Kind.FAILED,
                "No credential on this key has an id that begins with '%s'.".formatted(beginning),
                "Nothing was changed.",
                "'touchstone credentials' lists those on the key; 'touchstone users credentials'"
                    + " lists what the relying party stored.",
                "")
            : new Advice(
                Advice.Kind.USAGE,
                "%d credentials on this key have an id that begins with '%s'."
                    .formatted(found.size(), beginning),
                "Nothing was changed.",
                "Give more of it.",
                ""));
  }
}
