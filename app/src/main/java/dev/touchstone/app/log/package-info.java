/**
 * The log: one file in the data folder, made when there is something to write. Nothing goes to the
 * console, and nothing that the key library would log at debug, since that includes parameters.
 */
@NullMarked
package dev.touchstone.app.log;

import org.jspecify.annotations.NullMarked;
