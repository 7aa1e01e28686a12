/**
 * The names and colours that a person gave to keys, kept in one file of the data folder. Above:
 * {@code app.usecase}. Start at {@link dev.touchstone.app.naming.KeyNames}.
 */
@NullMarked
package dev.touchstone.app.naming;

import org.jspecify.annotations.NullMarked;
