package dev.touchstone.app.settings;

import dev.touchstone.rp.http.guard.Rates;
import dev.touchstone.rp.limit.Allowance;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** The lines of the settings file that tell how the relying party is served. */
final class ServeProperties {

  private static final String PER_ADDRESS = "serve.limit-per-address";
  private static final String PER_ACCOUNT = "serve.limit-per-account";

  static final List<String> NAMES = List.of(PER_ADDRESS, PER_ACCOUNT);

  private final Path file;
  private final Properties properties;

  /**
   * Reads from here.
   *
   * @param file the settings file, for complaints
   */
  ServeProperties(Path file, Properties properties) {
    this.file = file;
    this.properties = properties;
  }

  ServeSettings read() throws SettingsException {
    Rates usual = Rates.USUAL;
    return new ServeSettings(
        new Rates(
            allowance(PER_ADDRESS, usual.address()),
            allowance(PER_ACCOUNT, usual.account()),
            usual.tokens()));
  }

  private Allowance allowance(String name, Allowance usual) throws SettingsException {
    String text = properties.getProperty(name, "").strip();
    try {
      return text.isEmpty() ? usual : Allowance.parse(text);
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "The settings %s set %s wrongly: %s.".formatted(file, name, e.getMessage()), e);
    }
  }
}
