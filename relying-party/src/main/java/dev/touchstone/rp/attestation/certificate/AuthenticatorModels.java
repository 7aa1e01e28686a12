package dev.touchstone.rp.attestation.certificate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names of authenticator models by AAGUID, from the bundled table {@code aaguids.txt}. */
public final class AuthenticatorModels {

  private static final UUID NONE = new UUID(0, 0);

  private final Map<UUID, String> names;

  private AuthenticatorModels(Map<UUID, String> names) {
    this.names = names;
  }

  /** The table that comes with the program; read once. */
  public static AuthenticatorModels bundled() {
    return Bundled.MODELS;
  }

  /** The model's name, where it is known. All zeros name no model. */
  public Optional<String> name(UUID aaguid) {
    return Optional.ofNullable(names.get(aaguid));
  }

  /** The model's name, or a short sentence in its place. */
  public String describe(UUID aaguid) {
    if (aaguid.equals(NONE)) {
      return "the authenticator does not tell its model";
    }
    return name(aaguid).orElse("model not in the bundled table");
  }

  /** How many models it knows. */
  public int size() {
    return names.size();
  }

  private static AuthenticatorModels load() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    AuthenticatorModels.class.getResourceAsStream("aaguids.txt")),
                StandardCharsets.UTF_8))) {
      return new AuthenticatorModels(
          lines
              .lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toUnmodifiableMap(it -> UUID.fromString(it[0]), it -> it[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Loaded when it is first asked for: most runs of the program never need it. */
  private static final class Bundled {
    static final AuthenticatorModels MODELS = load();
  }
}
