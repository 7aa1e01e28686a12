/**
 * What an operator does to the database as a whole and to the secrets in it. Start at {@link
 * dev.touchstone.app.usecase.store.StoreUseCases}.
 */
@NullMarked
package dev.touchstone.app.usecase.store;

import org.jspecify.annotations.NullMarked;
