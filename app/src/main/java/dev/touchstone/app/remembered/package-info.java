/**
 * Keys whose credentials may be looked at without a PIN, because somebody who knew it said so once:
 * their persistent tokens, kept encrypted over runs of the program. Above: the use cases, which
 * alone say when. Below: {@code key.session.uv}, which knows what such a token is. Start at {@link
 * dev.touchstone.app.remembered.RememberedKeys}.
 */
@NullMarked
package dev.touchstone.app.remembered;

import org.jspecify.annotations.NullMarked;
