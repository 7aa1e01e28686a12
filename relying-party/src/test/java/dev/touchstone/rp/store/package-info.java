/** Both kinds of database, held to the same promises. */
@NullMarked
package dev.touchstone.rp.store;

import org.jspecify.annotations.NullMarked;
