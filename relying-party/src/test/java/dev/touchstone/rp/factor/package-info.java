/** The factors beside passkeys, over both kinds of database and on a clock that the tests move. */
@NullMarked
package dev.touchstone.rp.factor;

import org.jspecify.annotations.NullMarked;
