/**
 * Where the relying party keeps its records; one sub-package per kind of database. Only the
 * assembly in {@code dev.touchstone.rp} names it.
 */
@NullMarked
package dev.touchstone.rp.store;

import org.jspecify.annotations.NullMarked;
