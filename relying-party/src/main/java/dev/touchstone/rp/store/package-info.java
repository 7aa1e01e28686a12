/**
 * Where the relying party keeps its records; one sub-package per kind of database, and what they
 * share. Only the assembly in {@code dev.touchstone.rp} opens one. Start at {@link
 * dev.touchstone.rp.store.DatabaseLocation}.
 */
@NullMarked
package dev.touchstone.rp.store;

import org.jspecify.annotations.NullMarked;
