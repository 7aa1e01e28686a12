package dev.touchstone.app.usecase.request;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.collection.Collection;
import dev.touchstone.app.request.collection.CollectionAdvice;
import dev.touchstone.app.request.collection.CollectionFolder;
import dev.touchstone.app.request.collection.CollectionJson;
import dev.touchstone.app.request.collection.Saved;
import dev.touchstone.app.request.variable.Extraction;
import dev.touchstone.app.request.variable.Filling;
import dev.touchstone.app.request.variable.Variables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The collections: what is in them, and changes of them. */
public final class KeepRequests {

  private final CollectionFolder folder;
  private final RequestSecrets secrets;

  KeepRequests(CollectionFolder folder, RequestSecrets secrets) {
    this.folder = folder;
    this.secrets = secrets;
  }

  /**
   * A request that is to be kept.
   *
   * @param request without what is confidential in it
   * @param taken what that was, by the variable that is in its place now
   * @param replaces whether there is one of this name
   */
  public record Preview(
      String collection,
      String name,
      Request request,
      Map<String, String> taken,
      boolean replaces) {

    @Override
    public String toString() {
      return "Preview " + collection + "/" + name;
    }
  }

  /**
   * All of them.
   *
   * @throws Failure if the folder cannot be read
   */
  public CollectionFolder.Listing list() throws Failure {
    return folder.all();
  }

  /**
   * One of them.
   *
   * @throws Failure if it is not there or cannot be read
   */
  public Collection collection(String name) throws Failure {
    return folder
        .named(name)
        .orElseThrow(() -> CollectionAdvice.missing("collection '%s'".formatted(name)));
  }

  /**
   * A request in one of them.
   *
   * @throws Failure if it is not there or cannot be read
   */
  public Saved request(String collection, String name) throws Failure {
    return collection(collection)
        .named(name)
        .orElseThrow(() ->
            CollectionAdvice.missing(
                "request '%s' in the collection '%s'".formatted(name, collection)));
  }

  /**
   * What would be kept.
   *
   * @throws Failure if the collection cannot be read
   */
  public Preview preview(String collection, String name, Request request) throws Failure {
    Extraction.Result result = Extraction.of(request);
    boolean there = folder.named(collection).flatMap(it -> it.named(name)).isPresent();
    return new Preview(collection, name, result.request(), result.taken(), there);
  }

  /**
   * Keeps it.
   *
   * @param withSecrets whether what was taken out of it is kept too, encrypted, for the request's
   *     origin alone; otherwise it is forgotten
   * @throws Failure if it cannot be kept
   */
  public void keep(Preview preview, boolean withSecrets) throws Failure {
    if (withSecrets && !preview.taken().isEmpty()) {
      Origin origin = origin(preview);
      for (Map.Entry<String, String> secret : preview.taken().entrySet()) {
        secrets.keep(Optional.of(preview.collection()), secret.getKey(), origin, secret.getValue());
      }
    }
    Saved saved = new Saved(preview.name(), preview.request());
    folder.change(preview.collection(), it -> it.with(saved));
  }

  private Origin origin(Preview preview) throws Failure {
    Map<String, String> values = new LinkedHashMap<>();
    folder.named(preview.collection()).ifPresent(it -> values.putAll(it.variables()));
    values.putAll(preview.taken());
    Request filled = Filling.of(Request.of("GET", preview.request().url()), Variables.of(values));
    return Origin.of(Address.read(filled.url()).uri());
  }

  /**
   * Sets variables of a collection, which is made if there is none.
   *
   * @throws Failure if one is a secret, or it cannot be kept
   */
  public Collection set(String collection, Map<String, String> variables, Set<String> removed)
      throws Failure {
    return folder.change(
        collection,
        it -> {
          Map<String, String> all = new LinkedHashMap<>(it.variables());
          all.putAll(variables);
          all.keySet().removeAll(removed);
          return it.withVariables(all);
        });
  }

  /**
   * Deletes a request.
   *
   * @throws Failure if it is not there, or cannot be deleted
   */
  public void delete(String collection, String name) throws Failure {
    request(collection, name);
    folder.change(collection, it -> it.without(name));
  }

  /**
   * Names of the secrets that belong to a collection.
   *
   * @throws Failure if they cannot be listed
   */
  public List<String> secretsOf(String collection) throws Failure {
    return secrets.names().stream().filter(it -> it.startsWith(collection + "/")).toList();
  }

  /**
   * Deletes a collection, its requests, and its secrets.
   *
   * @throws Failure if it is not there, or cannot be deleted
   */
  public void delete(String collection) throws Failure {
    collection(collection);
    for (String secret : secretsOf(collection)) {
      boolean _ = secrets.forget(secret);
    }
    boolean _ = folder.delete(collection);
  }

  /**
   * Reads a collection that somebody handed on. Nothing is kept yet.
   *
   * @throws Failure if it is none
   */
  public Collection read(String json) throws Failure {
    try {
      return CollectionJson.read(json);
    } catch (IllegalArgumentException e) {
      throw CollectionAdvice.noCollection(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Names of requests and variables that {@link #keep(Collection)} would replace.
   *
   * @throws Failure if what is there cannot be read
   */
  public List<String> replacedBy(Collection collection) throws Failure {
    List<String> replaced = new ArrayList<>();
    Optional<Collection> there = folder.named(collection.name());
    if (there.isPresent()) {
      collection.requests().stream()
          .filter(it -> there.get().named(it.name()).filter(old -> !old.equals(it)).isPresent())
          .forEach(it -> replaced.add(it.name()));
      there
          .get()
          .variables()
          .forEach((name, value) -> {
            if (!value.equals(collection.variables().getOrDefault(name, value))) {
              replaced.add(name);
            }
          });
    }
    return replaced;
  }

  /**
   * Keeps a whole collection, beside what is there under its name.
   *
   * @throws Failure if it cannot be kept
   */
  public Collection keep(Collection collection) throws Failure {
    return folder.change(
        collection.name(),
        it -> {
          Map<String, String> variables = new LinkedHashMap<>(it.variables());
          variables.putAll(collection.variables());
          Collection joined = it.withVariables(variables);
          for (Saved saved : collection.requests()) {
            joined = joined.with(saved);
          }
          return joined;
        });
  }
}
