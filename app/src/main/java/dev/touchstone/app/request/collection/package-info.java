/**
 * Requests that are kept: one file a collection, in the folder {@code requests} of the data folder,
 * for its owner alone. No token is in any of them.
 */
@NullMarked
package dev.touchstone.app.request.collection;

import org.jspecify.annotations.NullMarked;
