/** What becomes of secrets when files, rows and passphrases are wrong. */
@NullMarked
package dev.touchstone.rp.secret;

import org.jspecify.annotations.NullMarked;
