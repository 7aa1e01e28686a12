/**
 * The relying party over HTTP, as a person starts it. Below it is {@code rp.http}. Start at {@link
 * dev.touchstone.app.usecase.serve.ServeHttp}.
 */
@NullMarked
package dev.touchstone.app.usecase.serve;

import org.jspecify.annotations.NullMarked;
