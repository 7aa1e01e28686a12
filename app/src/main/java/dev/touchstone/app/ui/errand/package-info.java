/**
 * One thing done at a key while the person watches: what the key asks becomes a prompt, and a
 * failure its advice. Above: the screens. Below: {@code ui.kit}. Start at {@link
 * dev.touchstone.app.ui.errand.Errand}.
 */
@NullMarked
package dev.touchstone.app.ui.errand;

import org.jspecify.annotations.NullMarked;
