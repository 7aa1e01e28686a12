/**
 * The web page at {@code /}, for people with a browser. It knows no more of the server than any
 * other client of the HTTP API; here it is only handed out. Above it is {@code rp.http}. Start at
 * {@link dev.touchstone.rp.http.page.WebPage}.
 */
@NullMarked
package dev.touchstone.rp.http.page;

import org.jspecify.annotations.NullMarked;
