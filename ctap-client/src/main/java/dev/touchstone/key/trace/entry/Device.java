package dev.touchstone.key.trace.entry;

import dev.touchstone.key.transport.Transport;

/**
 * A key as it was called when it was opened.
 *
 * @param id what people type, such as {@code hid-1}
 * @param name what it calls itself
 * @param path where the system has it
 * @param vendorId 0 where there is none
 * @param productId 0 where there is none
 */
public record Device(
    String id,
    String name,
    Transport transport,
    String path,
    int vendorId,
    int productId,
    Wire wire) {}
