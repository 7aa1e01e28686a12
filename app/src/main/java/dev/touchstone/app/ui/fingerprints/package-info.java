/**
 * The tab "Fingerprints" of a key: list, enrol with what the sensor says of each sample, rename,
 * delete. Above: the shell. Below: the use cases and {@code ui.errand}. Start at {@link
 * dev.touchstone.app.ui.fingerprints.FingerprintsViewModel}.
 */
@NullMarked
package dev.touchstone.app.ui.fingerprints;

import org.jspecify.annotations.NullMarked;
