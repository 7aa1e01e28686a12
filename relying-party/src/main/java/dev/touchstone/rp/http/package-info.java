/**
 * The relying party over HTTP: this package puts the server together, the packages below it are the
 * routes, what guards them, and what they are answered with. Above it is the program; below it the
 * relying party's facade. Javalin and Jetty are known here and nowhere else. Start at {@link
 * dev.touchstone.rp.http.HttpServer}.
 */
@NullMarked
package dev.touchstone.rp.http;

import org.jspecify.annotations.NullMarked;
