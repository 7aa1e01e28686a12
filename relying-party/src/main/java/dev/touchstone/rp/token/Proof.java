package dev.touchstone.rp.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How and when somebody proved who they are.
 *
 * @param methods {@code amr} (RFC 8176), and {@code email} for a code by mail, for which that
 *     registry has no word
 * @param at {@code auth_time}; a token that is refreshed keeps it
 */
public record Proof(List<String> methods, Instant at) {

  /** Proof of possession of a key. */
  private static final String POP = "pop";

  private static final String HARDWARE = "hwk";

  public Proof {
    methods = List.copyOf(methods);
  }

  /**
   * By a passkey. WebAuthn does not tell whether a person was verified by a PIN or a finger, so
   * that neither is claimed, but that there were two factors.
   *
   * @param hardware whether it is known that the key cannot leave its hardware
   * @param verified whether the authenticator verified the person (flag UV)
   */
  public static Proof passkey(boolean hardware, boolean verified, Instant at) {
    List<String> methods = new ArrayList<>(List.of(POP));
    if (hardware) {
      methods.add(HARDWARE);
    }
    methods.add("user");
    if (verified) {
      methods.add("mfa");
    }
    return new Proof(methods, at);
  }

  /** By a code that was sent by mail. */
  public static Proof mailCode(Instant at) {
    return new Proof(List.of("email"), at);
  }

  /** By such a code and one of a device. */
  public static Proof mailCodeAndDevice(Instant at) {
    return new Proof(List.of("email", "otp", "mfa"), at);
  }

  /** By a password and a code of a device. */
  public static Proof passwordAndDevice(Instant at) {
    return new Proof(List.of("pwd", "otp", "mfa"), at);
  }

  /** Whether a key was used, so that nobody can have been lured into it. */
  public boolean byKey() {
    return methods.contains(POP);
  }

  /**
   * {@code acr}, in the words of OpenID Connect Extended Authentication Profile ACR Values: {@code
   * phrh} by a key in hardware, {@code phr} by another; empty for what can be phished.
   */
  public Optional<String> level() {
    if (!byKey()) {
      return Optional.empty();
    }
    return Optional.of(methods.contains(HARDWARE) ? "phrh" : "phr");
  }
}
