package dev.touchstone.key.transport;

/**
 * Why a key may be missing from the list.
 *
 * @param happened one sentence for a person
 * @param next what to do about it, in one sentence; empty where there is nothing to do
 */
public record Hint(String happened, String next) {}
