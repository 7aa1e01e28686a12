package dev.touchstone.key.webauthn;

import com.google.common.net.InternetDomainName;
import dev.touchstone.key.webauthn.failure.WebAuthnException;
import dev.touchstone.key.webauthn.failure.WebAuthnException.OriginRefused;
import dev.touchstone.key.webauthn.option.Member;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name that a site had in U2F, before there were RP IDs: a URL. WebAuthn Level 3 §10.1.1 and
 * §10.1.2 let a site find credentials of that time.
 *
 * <p>As in browsers, a page may use the AppIDs of its own site (its domain under the public
 * suffix); lists of trusted facets on other sites are not fetched.
 */
final class AppId {

  private AppId() {}

  /**
   * Reads the extension's input.
   *
   * @param member {@code appid} or {@code appidExclude}
   * @throws OriginRefused if the page may not use it
   */
  static Optional<String> read(Member member, Origin origin) throws WebAuthnException {
    Optional<String> appId = member.text();
    if (appId.isEmpty()) {
      return Optional.empty();
    }
    if (appId.get().isEmpty()) {
      return Optional.of(origin.text());
    }
    @Nullable String host = httpsHost(appId.get());
    if (host == null || !site(host).equals(site(origin.domain()))) {
      throw new OriginRefused(
          "The AppID " + appId.get() + " cannot be used at " + origin.text() + ".");
    }
    return appId;
  }

  private static @Nullable String httpsHost(String appId) {
    try {
      URI uri = URI.create(appId);
      @Nullable String host = uri.getHost();
      return "https".equalsIgnoreCase(uri.getScheme()) && host != null
          ? host.toLowerCase(Locale.ROOT)
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** One label more than the public suffix, where there is one. */
  private static String site(String domain) {
    if (!InternetDomainName.isValid(domain)) {
      return domain;
    }
    InternetDomainName name = InternetDomainName.from(domain);
    return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : domain;
  }
}
