package dev.touchstone.rp.secret.key;

import dev.touchstone.rp.account.Bytes;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The key that encrypts now, and those that did before: what they encrypted can still be read.
 *
 * @param all the newest first, at least one
 */
public record EncryptionKeys(List<EncryptionKey> all) {

  private static final String HEADING = "touchstone encryption keys 1";

  public EncryptionKeys {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there is at least one key");
    }
  }

  /** One new key. */
  public static EncryptionKeys made(SecureRandom random) {
    return new EncryptionKeys(List.of(EncryptionKey.random(random)));
  }

  /** Encrypts what is written from now on. */
  public EncryptionKey current() {
    return all.getFirst();
  }

  /** The key of this id, new or old. */
  public Optional<EncryptionKey> withId(String id) {
    return all.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** These keys, and before them a new one. */
  public EncryptionKeys rotated(SecureRandom random) {
    return new EncryptionKeys(
        Stream.concat(Stream.of(EncryptionKey.random(random)), all.stream()).toList());
  }

  /** The newest, and of the others those of these ids. */
  public EncryptionKeys withOnly(Set<String> ids) {
    return new EncryptionKeys(
        all.stream().filter(key -> key.equals(current()) || ids.contains(key.id())).toList());
  }

  /** As they are kept where nobody else can read it: a line each, id and base64url. */
  public String text() {
    return all.stream()
        .map(key -> key.id() + " " + key.value().base64Url())
        .collect(Collectors.joining("\n", HEADING + "\n", "\n"));
  }

  /** Reads {@link #text()}; empty if it is none, or was changed. */
  public static Optional<EncryptionKeys> parse(String text) {
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() < 2 || !lines.getFirst().equals(HEADING)) {
      return Optional.empty();
    }
    List<EncryptionKey> keys = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Optional<EncryptionKey> key = parseLine(line);
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    return Optional.of(new EncryptionKeys(keys));
  }

  private static Optional<EncryptionKey> parseLine(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    try {
      EncryptionKey key = EncryptionKey.of(Bytes.ofBase64Url(parts[1]));
      return key.id().equals(parts[0]) ? Optional.of(key) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Tells nothing of the keys. */
  @Override
  public String toString() {
    return all.toString();
  }
}
