package dev.touchstone.key.transport;

/**
 * How a person calls a key.
 *
 * @param certain false where the key tells no number of its own, so that another one of its kind
 *     would be taken for it
 */
public record KeyLabel(String name, KeyColour colour, boolean certain) {}
