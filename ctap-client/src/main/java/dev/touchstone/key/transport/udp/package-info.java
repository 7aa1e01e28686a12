/**
 * Keys that are programs, such as firmware simulators: CTAPHID reports over UDP, one in a datagram.
 * Nobody announces them, so somebody has to name them. Start at {@link
 * dev.touchstone.key.transport.udp.SimulatorAddress}; above is {@code key.session}, below {@code
 * key.transport.hid}, whose rules hold here too.
 */
@NullMarked
package dev.touchstone.key.transport.udp;

import org.jspecify.annotations.NullMarked;
