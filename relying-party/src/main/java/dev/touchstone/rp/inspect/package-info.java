/** Takes what people paste, finds out what it is, and spells it out. */
@NullMarked
package dev.touchstone.rp.inspect;

import org.jspecify.annotations.NullMarked;
