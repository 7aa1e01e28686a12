package dev.touchstone.rp.limit;

/**
 * How often something may be done.
 *
 * @param atOnce how often after a long rest
 * @param perMinute how often in the long run
 */
public record Allowance(int atOnce, int perMinute) {}
