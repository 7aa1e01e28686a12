package dev.touchstone.key.ctap;

/** CTAP 2.3 §6.6 authenticatorReset: deletes every credential and the PIN. */
public record Reset() implements CtapCommand<Reset.Reply> {

  /** All is deleted. */
  public record Reply() {}
}
