package dev.touchstone.app.usecase.serve;

import dev.touchstone.rp.audit.address.ForwardedAddress;
import dev.touchstone.rp.token.jwt.TokenKey;
import java.time.Duration;
import java.util.List;

/**
 * How the server treats those who come.
 *
 * @param forwarded which proxies are believed on where a request came from
 * @param token what signs access tokens
 * @param tokenLifetime of access tokens
 * @param conformance whether the interface for testing servers is there
 */
public record ServeManners(
    ForwardedAddress forwarded, TokenKey.Kind token, Duration tokenLifetime, boolean conformance) {

  /** No proxies, ES256, an hour, no interface for tests. */
  public static final ServeManners USUAL =
      new ServeManners(
          new ForwardedAddress(List.of(), ForwardedAddress.Header.X_FORWARDED_FOR),
          TokenKey.Kind.ES256,
          Duration.ofMinutes(60),
          false);
}
