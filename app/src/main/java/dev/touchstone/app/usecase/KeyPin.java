package dev.touchstone.app.usecase;

import dev.touchstone.key.manage.PinState;
import dev.touchstone.key.transport.KeyDevice;

/**
 * How it stands with the PIN of one key.
 *
 * @param key the key
 * @param state what it says
 */
public record KeyPin(KeyDevice key, PinState state) {}
