/** The help desk under attack, on both kinds of database. */
@NullMarked
package dev.touchstone.rp.desk;

import org.jspecify.annotations.NullMarked;
