package dev.touchstone.app.usecase;

import dev.touchstone.key.ctap.Bytes;
import dev.touchstone.key.manage.StoredCredential;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which credentials somebody looks for.
 *
 * @param rp the RP ID, all of it; empty for any
 * @param text stands somewhere in the RP ID, a name, the user id or the credential id; upper and
 *     lower case are alike
 */
public record CredentialFilter(Optional<String> rp, String text)
    implements Predicate<StoredCredential> {

  @Override
  public boolean test(StoredCredential credential) {
    return (rp.isEmpty() || isOf(rp.get(), credential)) && matches(credential);
  }

  private static boolean isOf(String rpId, StoredCredential credential) {
    return credential.rp().id().filter(rpId::equalsIgnoreCase).isPresent()
        || Bytes.of(rpId.getBytes(StandardCharsets.UTF_8))
            .sha256()
            .equals(credential.rp().idHash());
  }

  private boolean matches(StoredCredential it) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    byte[] handle = it.user().id().toArray();
    return wanted.isEmpty()
        || Stream.of(
                it.rp().id().orElse(""),
                HexFormat.of().formatHex(it.rp().idHash().toArray()),
                it.user().name(),
                it.user().displayName(),
                it.user().id().base64Url(),
                new String(handle, StandardCharsets.UTF_8),
                it.id().bytes().base64Url())
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
