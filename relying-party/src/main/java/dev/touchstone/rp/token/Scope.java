package dev.touchstone.rp.token;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a token may be used for (RFC 6749 §3.3). A scope narrows a token; whether its owner may do
 * the thing at all is a matter of their role, looked up with each request.
 */
public enum Scope {
  /** The own account and its credentials. */
  ACCOUNT_READ("account:read"),
  /** Changes to the own account: keys, factors, tokens. For sign-ins alone. */
  ACCOUNT_MANAGE("account:manage"),
  /** The demonstration resource. */
  DATA_READ("data:read"),
  /** Everybody's account and credentials. */
  USERS_READ("users:read"),
  /** Changes to everybody's account and credentials. */
  USERS_MANAGE("users:manage"),
  /** The audit trail. */
  AUDIT_READ("audit:read"),
  /** Counters of the server. */
  METRICS_READ("metrics:read"),
  /** To be told whether somebody else's token is good (RFC 7662). */
  TOKENS_INTROSPECT("tokens:introspect");

  /** A sign-in asks for a refresh token by this word; it is no right (OpenID Connect Core §11). */
  public static final String OFFLINE_ACCESS = "offline_access";

  private static final Map<String, Scope> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Scope::word, it -> it));

  private final String word;

  Scope(String word) {
    this.word = word;
  }

  /** As it stands in tokens. */
  public String word() {
    return word;
  }

  /** The scope of this word; empty if there is none. */
  public static Optional<Scope> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** What a sign-in may do that did not ask for less. */
  public static Set<Scope> all() {
    return EnumSet.allOf(Scope.class);
  }

  /** What a token for scripts may do: never what takes a person. */
  public static Set<Scope> forScripts() {
    return EnumSet.complementOf(EnumSet.of(ACCOUNT_MANAGE));
  }

  /** Words with a blank between them; those that nobody knows any more are left out. */
  public static Set<Scope> read(String words) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : words.split(" ", -1)) {
      of(word).ifPresent(scopes::add);
    }
    return scopes;
  }

  /** The same in words. */
  public static String words(Set<Scope> scopes) {
    return scopes.stream().sorted().map(Scope::word).collect(Collectors.joining(" "));
  }
}
