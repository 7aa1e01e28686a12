/**
 * Requests, read within limits and strictly. Below it is {@code problem}. Start at {@link
 * dev.touchstone.rp.http.body.Bodies}.
 */
@NullMarked
package dev.touchstone.rp.http.body;

import org.jspecify.annotations.NullMarked;
