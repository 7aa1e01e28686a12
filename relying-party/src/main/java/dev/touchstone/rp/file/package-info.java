/** Files that are for their owner alone. Knows nothing of the rest of the module. */
@NullMarked
package dev.touchstone.rp.file;

import org.jspecify.annotations.NullMarked;
