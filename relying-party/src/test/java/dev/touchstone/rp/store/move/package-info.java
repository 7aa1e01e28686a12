/** Everything from one kind of database into the other. */
@NullMarked
package dev.touchstone.rp.store.move;

import org.jspecify.annotations.NullMarked;
