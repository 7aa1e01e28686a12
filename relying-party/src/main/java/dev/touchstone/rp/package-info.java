/**
 * The relying party inside the program: its facade and the one class that puts the module together.
 */
@NullMarked
package dev.touchstone.rp;

import org.jspecify.annotations.NullMarked;
