/**
 * Where the data lives, and what a person can choose once for all commands. Below everything else
 * in this module.
 */
@NullMarked
package dev.touchstone.app.settings;

import org.jspecify.annotations.NullMarked;
