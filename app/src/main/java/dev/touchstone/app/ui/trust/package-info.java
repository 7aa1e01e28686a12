/**
 * The screen of trust: metadata, models, policy, and what became of the stored credentials. Above:
 * the window's frame. Below: {@code app.usecase.trust}. Start with {@link
 * dev.touchstone.app.ui.trust.TrustView}.
 */
@NullMarked
package dev.touchstone.app.ui.trust;

import org.jspecify.annotations.NullMarked;
