/**
 * The screen of servers: the relying party served from this computer, and those elsewhere that are
 * kept.
 *
 * <p>Above: {@code app.ui}. Below: {@code app.usecase}, {@code app.usecase.serve} and {@code
 * app.ui.kit}. Start at the two view models, which know no control.
 */
@NullMarked
package dev.touchstone.app.ui.servers;

import org.jspecify.annotations.NullMarked;
