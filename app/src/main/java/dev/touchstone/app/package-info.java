/** The console: {@code Main}, and the one class that puts everything together. */
@NullMarked
package dev.touchstone.app;

import org.jspecify.annotations.NullMarked;
