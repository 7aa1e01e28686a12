package dev.touchstone.key.ctap;

/** CTAP 2.3 §6.9 authenticatorSelection: the person touches the key that is meant. */
public record Selection() implements CtapCommand<Selection.Reply> {

  /** The key was touched. */
  public record Reply() {}
}
