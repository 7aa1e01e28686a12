/**
 * The terminal: picocli commands over the use cases, and what they print. The only package that
 * knows picocli or {@code System.out}. Below: the use cases. Start with {@link
 * dev.touchstone.app.cli.Cli}.
 */
@NullMarked
package dev.touchstone.app.cli;

import org.jspecify.annotations.NullMarked;
