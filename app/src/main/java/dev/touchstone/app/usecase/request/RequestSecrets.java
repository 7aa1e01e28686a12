package dev.touchstone.app.usecase.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.variable.Template;
import dev.touchstone.app.request.variable.Value;
import dev.touchstone.app.usecase.audit.SettingsTrail;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.secret.SecretRow;
import dev.touchstone.rp.secret.Secrets;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Tokens and passwords for requests, encrypted among the secrets. Each is for one origin: a
 * collection from a stranger cannot name it and send it elsewhere.
 */
public final class RequestSecrets {

  private static final String FOLDER = "request/";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Opens the vault. */
  @FunctionalInterface
  public interface Vault {
    Secrets open() throws Failure;
  }

  private interface Work<T> {
    T run() throws RelyingPartyException;
  }

  private final Vault vault;
  private final SettingsTrail trail;

  RequestSecrets(Vault vault, SettingsTrail trail) {
    this.vault = vault;
    this.trail = trail;
  }

  /**
   * The secret of this name: the collection's own, or that of all of them.
   *
   * @throws Failure if it is there and cannot be read
   */
  public Optional<Value> find(Optional<String> collection, String name) throws Failure {
    if (collection.isPresent()) {
      Optional<Value> own = read(collection.get() + "/" + name);
      if (own.isPresent()) {
        return own;
      }
    }
    return read(name);
  }

  /**
   * Keeps one.
   *
   * @param collection whose it is; empty for all of them
   * @throws Failure if it is for another origin already, would go unencrypted, or cannot be kept
   */
  public void keep(Optional<String> collection, String name, Origin origin, String value)
      throws Failure {
    if (!Template.isName(name)) {
      throw RequestAdvice.usage(
          "'%s' is no name for a secret.".formatted(name),
          "Take letters, digits, dots, hyphens and underscores, beginning with a letter.",
          "");
    }
    encrypted(origin);
    String path = collection.map(it -> it + "/" + name).orElse(name);
    Optional<Value> before = read(path);
    if (before.isPresent() && !before.get().only().equals(Optional.of(origin))) {
      throw RequestAdvice.usage(
          "The secret '%s' is for %s.".formatted(path, before.get().only().orElse(origin)),
          "Choose another name, or forget it first: touchstone secrets delete %s%s."
              .formatted(FOLDER, path),
          "");
    }
    byte[] bytes = bytes(origin, value);
    try {
      Secrets open = vault.open();
      told(() -> {
        open.put(FOLDER + path, bytes);
        return true;
      });
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
    trail.changed("request secret", "%s: kept, for %s".formatted(path, origin));
  }

  /**
   * Names of all of them, with the collection before a slash.
   *
   * @throws Failure if they cannot be listed
   */
  public List<String> names() throws Failure {
    Secrets open = vault.open();
    return told(open::names).stream()
        .map(SecretRow::name)
        .filter(it -> it.startsWith(FOLDER))
        .map(it -> it.substring(FOLDER.length()))
        .toList();
  }

  /**
   * Forgets one; false if it was not there.
   *
   * @throws Failure if it cannot be forgotten
   */
  boolean forget(String path) throws Failure {
    Secrets open = vault.open();
    boolean gone = told(() -> open.delete(FOLDER + path));
    if (gone) {
      trail.changed("request secret", path + ": deleted");
    }
    return gone;
  }

  /**
   * A token for one origin, which must be encrypted or on this computer.
   *
   * @throws Failure if it is neither
   */
  public static void encrypted(Origin origin) throws Failure {
    if (!origin.isEncrypted() && !origin.isLocal()) {
      throw RequestAdvice.usage(
          "A token for %s would be sent without encryption.".formatted(origin),
          "Use https://; plain http is for this computer alone.",
          "RFC 6750 §5.3");
    }
  }

  private Optional<Value> read(String path) throws Failure {
    Secrets open = vault.open();
    Optional<byte[]> bytes = told(() -> open.get(FOLDER + path));
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode json = MAPPER.readTree(bytes.get());
      Origin only = Origin.of(Address.read(json.path("for").asText()).uri());
      return Optional.of(new Value(json.path("value").asText(), Optional.of(only)));
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "The secret '%s%s' is damaged.".formatted(FOLDER, path),
              "Nothing was sent.",
              "Keep it anew with 'touchstone request secret'.",
              ""),
          e);
    } finally {
      Arrays.fill(bytes.get(), (byte) 0);
    }
  }

  private static byte[] bytes(Origin origin, String value) {
    try {
      return MAPPER.writeValueAsBytes(
          MAPPER.createObjectNode().put("for", origin.toString()).put("value", value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON nodes can always be written", e);
    }
  }

  private static <T> T told(Work<T> work) throws Failure {
    try {
      return work.run();
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
