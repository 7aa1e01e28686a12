package dev.touchstone.app.settings;

import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.attestation.policy.TrustPolicyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file {@code trust-policy.json} in the data folder: there the policy was before the database
 * had a place for it. A file that makes no sense is an error and no policy.
 */
public final class TrustPolicyFile {

  private final Path file;

  /** Reads nothing yet. */
  public TrustPolicyFile(Path file) {
    this.file = file;
  }

  /**
   * What the file says, if there is one.
   *
   * @throws SettingsException if it makes no sense
   */
  public Optional<TrustPolicy> read() throws SettingsException {
    try {
      return Optional.of(TrustPolicyJson.read(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException(
          "The trust policy %s cannot be used: %s. Mend it, or take it away to have the usual policy."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
