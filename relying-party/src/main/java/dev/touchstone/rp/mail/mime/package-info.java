/**
 * Letters as internet messages (RFC 5322, RFC 2045). Start at {@link
 * dev.touchstone.rp.mail.mime.MimeLetter}.
 */
@NullMarked
package dev.touchstone.rp.mail.mime;

import org.jspecify.annotations.NullMarked;
