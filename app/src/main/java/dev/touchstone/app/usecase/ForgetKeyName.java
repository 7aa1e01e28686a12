package dev.touchstone.app.usecase;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.naming.GivenName;
import dev.touchstone.app.naming.KeyNames;
import dev.touchstone.key.KeyRing;
import dev.touchstone.key.transport.Mark;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Takes the name of a key away, whether the key is there or not. */
public final class ForgetKeyName {

  private final KeyRing ring;
  private final KeyNames names;

  public ForgetKeyName(KeyRing ring, KeyNames names) {
    this.ring = ring;
    this.names = names;
  }

  /**
   * Whose name {@link #apply} would take away.
   *
   * @param key its name, its serial number, or the id of one that is there
   * @throws Failure if no key is called so
   */
  public GivenName preview(String key) throws Failure {
    List<GivenName> all = names.all();
    Optional<String> named =
        ring.list().stream()
            .filter(it -> it.id().equals(key))
            .flatMap(it -> it.label().stream())
            .map(label -> label.name())
            .findFirst();
    return all.stream()
        .filter(it ->
            it.name().equalsIgnoreCase(named.orElse(key))
                || it.number().map(Mark.Serial::number).equals(Optional.of(key)))
        .findFirst()
        .orElseThrow(() -> unknown(key, all));
  }

  /**
   * Takes it away.
   *
   * @throws Failure as {@link #preview}, or if the file cannot be written
   */
  public GivenName apply(String key) throws Failure {
    GivenName given = preview(key);
    try {
      names.forget(given);
    } catch (IOException e) {
      throw NameKey.unwritten(e);
    }
    ring.namesChanged();
    return given;
  }

  private static Failure unknown(String key, List<GivenName> all) {
    return new Failure(
        new Advice(
            Advice.Kind.USAGE,
            "No key was given the name '%s'.".formatted(key),
            "",
            all.isEmpty()
                ? "No key has a name yet."
                : "There is: %s."
                    .formatted(all.stream().map(GivenName::name).collect(Collectors.joining(", "))),
            ""));
  }
}
