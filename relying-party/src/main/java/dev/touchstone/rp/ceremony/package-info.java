/** Registration and authentication ceremonies, and their explanation step by step. */
@NullMarked
package dev.touchstone.rp.ceremony;

import org.jspecify.annotations.NullMarked;
