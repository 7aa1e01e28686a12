/**
 * What stands between strangers and the routes: header fields for browsers, other origins, who is
 * calling, how often. Below it are {@code problem} and {@code rp.audit}.
 */
@NullMarked
package dev.touchstone.rp.http.guard;

import org.jspecify.annotations.NullMarked;
