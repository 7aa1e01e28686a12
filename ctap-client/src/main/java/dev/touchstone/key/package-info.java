/** The door to security keys: watch for keys, open one. */
@NullMarked
package dev.touchstone.key;

import org.jspecify.annotations.NullMarked;
