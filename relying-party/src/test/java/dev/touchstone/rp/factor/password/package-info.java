@NullMarked
package dev.touchstone.rp.factor.password;

import org.jspecify.annotations.NullMarked;
