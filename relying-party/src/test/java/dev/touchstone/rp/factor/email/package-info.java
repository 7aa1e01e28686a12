/** Codes by mail, their bad input and their attackers. */
@NullMarked
package dev.touchstone.rp.factor.email;

import org.jspecify.annotations.NullMarked;
