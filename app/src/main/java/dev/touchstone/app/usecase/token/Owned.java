package dev.touchstone.app.usecase.token;

/**
 * Something that belongs to a user.
 *
 * @param user the name of the account
 * @param active whether it is good now
 */
public record Owned<T>(String user, T it, boolean active) {}
