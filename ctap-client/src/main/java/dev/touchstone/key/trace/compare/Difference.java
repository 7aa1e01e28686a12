package dev.touchstone.key.trace.compare;

/**
 * Something that is not the same on both sides.
 *
 * @param where such as {@code reply options.rk}
 * @param left empty where it is missing
 * @param right empty where it is missing
 */
public record Difference(String where, String left, String right) {}
