/** An opened key: order of commands, cancellation, PIN and token. */
@NullMarked
package dev.touchstone.key.session;

import org.jspecify.annotations.NullMarked;
