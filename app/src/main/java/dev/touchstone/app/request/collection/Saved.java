package dev.touchstone.app.request.collection;

import dev.touchstone.app.request.Request;

/**
 * A request under a name.
 *
 * @param name unique in its collection
 */
public record Saved(String name, Request request) {}
