/**
 * What a person can do about trust: fetch metadata, look models up, set the policy, examine what is
 * stored, hold a key beside its statement. One class per thing. Above: the window and the terminal.
 * Below: {@code rp} and the settings. Start with {@link
 * dev.touchstone.app.usecase.trust.TrustUseCases}.
 */
@NullMarked
package dev.touchstone.app.usecase.trust;

import org.jspecify.annotations.NullMarked;
