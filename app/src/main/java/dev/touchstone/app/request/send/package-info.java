/**
 * Requests over the wire: one connection each, HTTP/1.1, measured from the look-up of the name to
 * the last byte, with what TLS agreed on. What comes back is not trusted in anything: every length
 * has a limit. Start at {@link dev.touchstone.app.request.send.Sender}.
 */
@NullMarked
package dev.touchstone.app.request.send;

import org.jspecify.annotations.NullMarked;
