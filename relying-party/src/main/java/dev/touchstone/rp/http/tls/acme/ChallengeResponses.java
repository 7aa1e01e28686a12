package dev.touchstone.rp.http.tls.acme;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is to be answered to http-01 challenges (RFC 8555 §8.3) that are open at the moment. */
final class ChallengeResponses {

  static final String PATH = "/.well-known/acme-challenge/";

  private final Map<String, String> byToken = new ConcurrentHashMap<>();

  /** From now on this token is answered. */
  void open(String token, String keyAuthorization) {
    byToken.put(token, keyAuthorization);
  }

  void close(String token) {
    byToken.remove(token);
  }

  /** The answer to a request for this path; empty if no challenge is open there. */
  Optional<String> at(String path) {
    return path.startsWith(PATH)
        ? Optional.ofNullable(byToken.get(path.substring(PATH.length())))
        : Optional.empty();
  }
}
