package dev.touchstone.rp.account;

/**
 * Something about an account that cannot be right.
 *
 * @param field which, named as in JSON: {@code email}, {@code date_of_birth}, …
 * @param sentence what is wrong, for a person
 */
public record Mistake(String field, String sentence) {}
