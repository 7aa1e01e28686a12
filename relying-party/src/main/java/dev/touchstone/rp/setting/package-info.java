/**
 * What operators choose while the program runs, the same for all replicas at one store. Start at
 * {@link dev.touchstone.rp.setting.StoredSettings}.
 */
@NullMarked
package dev.touchstone.rp.setting;

import org.jspecify.annotations.NullMarked;
