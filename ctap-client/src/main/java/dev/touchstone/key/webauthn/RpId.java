package dev.touchstone.key.webauthn;

import com.google.common.net.InternetDomainName;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OriginRefused;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which RP ID a page may use, WebAuthn Level 3 §5.1.3 step 8: its effective domain, or a
 * registrable domain suffix of it as the HTML standard defines it on the public suffix list.
 */
final class RpId {

  private RpId() {}

  /**
   * The RP ID that holds for the ceremony.
   *
   * @param asked by the relying party; empty for the origin's own domain
   */
  static String forOrigin(Optional<String> asked, Origin origin) throws OriginRefused {
    if (asked.isEmpty() || asked.get().equals(origin.domain())) {
      return origin.domain();
    }
    String rpId = asked.get();
    if (!origin.domain().endsWith("." + rpId)) {
      throw refused(rpId, origin, "is neither its domain nor a parent of it");
    }
    if (isWithinPublicSuffix(rpId, origin.domain())) {
      throw refused(rpId, origin, "is a public suffix, under which anybody can have a domain");
    }
    return rpId;
  }

  private static boolean isWithinPublicSuffix(String rpId, String domain) {
    if (rpId.indexOf('.') < 0) {
      return true; // a top-level domain, also where the list does not know it
    }
    if (!InternetDomainName.isValid(domain)) {
      return false;
    }
    @Nullable InternetDomainName suffix = InternetDomainName.from(domain).publicSuffix();
    return suffix != null && ("." + suffix).endsWith("." + rpId);
  }

  private static OriginRefused refused(String rpId, Origin origin, String why) {
    return new OriginRefused(
        "The RP ID " + rpId + " cannot be used at " + origin.text() + ": it " + why + ".");
  }
}
