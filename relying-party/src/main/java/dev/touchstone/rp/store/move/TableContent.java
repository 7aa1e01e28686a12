package dev.touchstone.rp.store.move;

/**
 * What a table holds.
 *
 * @param rows how many
 * @param digest SHA-256 over all of them in the order of their keys, hex; empty where nobody
 *     counted more than rows
 */
public record TableContent(String table, long rows, String digest) {}
