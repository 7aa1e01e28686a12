/**
 * Every operation on a key, in trouble at every step: what our client makes of it, what the person
 * is told, and what is left on the key. Start at {@link dev.touchstone.app.trouble.Job}.
 */
@NullMarked
package dev.touchstone.app.trouble;

import org.jspecify.annotations.NullMarked;
