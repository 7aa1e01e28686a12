/**
 * Brings the virtual key in through the same interfaces as hardware, and gives it a finger. Above:
 * the use cases. Below: {@code dev.touchstone.fixture.key} and {@code
 * dev.touchstone.key.transport}.
 */
@NullMarked
package dev.touchstone.app.virtual;

import org.jspecify.annotations.NullMarked;
