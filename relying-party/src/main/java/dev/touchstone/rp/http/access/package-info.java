/**
 * Who is calling, by access token, and whether they may. Below it are {@code rp.token}, {@code
 * guard} and {@code problem}. Start at {@link dev.touchstone.rp.http.access.Access}.
 */
@NullMarked
package dev.touchstone.rp.http.access;

import org.jspecify.annotations.NullMarked;
