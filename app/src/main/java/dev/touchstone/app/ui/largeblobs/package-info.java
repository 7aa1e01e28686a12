/**
 * The tab "Large blobs" of a key: whose they are, read, write from a file, delete, collect. Above:
 * the shell. Below: the use cases and {@code ui.errand}. Start at {@link
 * dev.touchstone.app.ui.largeblobs.LargeBlobsViewModel}.
 */
@NullMarked
package dev.touchstone.app.ui.largeblobs;

import org.jspecify.annotations.NullMarked;
