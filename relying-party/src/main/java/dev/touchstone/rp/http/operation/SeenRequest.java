package dev.touchstone.rp.http.operation;

import java.time.Duration;
import java.time.Instant;

/**
 * A request that was answered, as it may be shown and logged: no body, no query, no token.
 *
 * @param at when it was answered
 * @param method such as {@code POST}
 * @param path as it was asked for, without the query
 * @param route the pattern of the path, such as {@code /users/{id}}; empty where there is none
 * @param status of the answer
 * @param took from the first handler to the last
 * @param address from where it came
 */
public record SeenRequest(
    Instant at,
    String method,
    String path,
    String route,
    int status,
    Duration took,
    String address) {}
