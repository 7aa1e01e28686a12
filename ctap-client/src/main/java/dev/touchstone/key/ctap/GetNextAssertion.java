package dev.touchstone.key.ctap;

/** CTAP 2.3 §6.3 authenticatorGetNextAssertion: the next one of several that match. */
public record GetNextAssertion() implements CtapCommand<GetAssertion.Reply> {}
