/**
 * Keys on USB HID, found by the FIDO usage page whoever made them, and anything else that speaks
 * the same 64-byte reports. Only this package knows hid4java. Start at {@code HidDiscovery}; above
 * is {@code key.session}, below only the operating system.
 */
@NullMarked
package dev.touchstone.key.transport.hid;

import org.jspecify.annotations.NullMarked;
