package dev.touchstone.app.ui.requests;

import dev.touchstone.app.request.collection.Saved;

/**
 * A kept request in the list.
 *
 * @param collection where it is kept
 */
public record RequestEntry(String collection, Saved saved) {

  /** {@code collection/name} */
  public String path() {
    return collection + "/" + saved.name();
  }
}
