package dev.touchstone.app.settings;

import dev.touchstone.app.settings.StoreSettings.SecretKey;
import dev.touchstone.rp.store.DatabaseLocation;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import dev.touchstone.rp.store.DatabaseLocation.SqliteFile;
import dev.touchstone.rp.store.DatabasePassword;
import dev.touchstone.rp.store.PostgresAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The lines of the settings file that tell where records and secrets are kept. */
final class StoreProperties {

  static final List<String> NAMES =
      List.of(
          "database",
          "database.password-file",
          "replica",
          "secrets.key",
          "secrets.key-file",
          "secrets.passphrase-file");

  private final Path data;
  private final Path file;
  private final Properties properties;
  private final Map<String, String> environment;

  /**
   * Reads from here.
   *
   * @param data the data folder, from which relative paths lead
   * @param file the settings file, for complaints
   * @param environment of this process: a password may be in {@code TOUCHSTONE_DATABASE_PASSWORD},
   *     a passphrase in {@code TOUCHSTONE_PASSPHRASE}
   */
  StoreProperties(Path data, Path file, Properties properties, Map<String, String> environment) {
    this.data = data;
    this.file = file;
    this.properties = properties;
    this.environment = environment;
  }

  StoreSettings read() throws SettingsException {
    return new StoreSettings(database(text("database")), secretKey());
  }

  private DatabaseLocation database(String text) throws SettingsException {
    if (text.isEmpty() || text.equals("sqlite")) {
      return new SqliteFile(data.resolve("touchstone.db"));
    }
    if (!PostgresAddress.isMeantBy(text)) {
      throw new SettingsException(
          "The settings %s name a database wrongly: it is sqlite, or postgresql://user@host:5432/name."
              .formatted(file));
    }
    return postgres(text);
  }

  /**
   * A database server with the password, replica and so on that are set here.
   *
   * @throws SettingsException if the URL is none
   */
  PostgresDatabase postgres(String url) throws SettingsException {
    try {
      return new PostgresDatabase(PostgresAddress.parse(url), password(), replica());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "The settings %s name a database wrongly: %s.".formatted(file, e.getMessage()), e);
    }
  }

  private DatabasePassword password() {
    Optional<Path> chosen = path("database.password-file");
    if (chosen.isPresent()) {
      return new DatabasePassword.InFile(chosen.get());
    }
    String given = environment.getOrDefault("TOUCHSTONE_DATABASE_PASSWORD", "");
    return given.isEmpty() ? new DatabasePassword.None() : new DatabasePassword.Given(given);
  }

  /** Different for each process that runs for long: its audit rows are a chain of their own. */
  private String replica() {
    String chosen = text("replica");
    return chosen.isEmpty() ? host() + ":" + data.toAbsolutePath().normalize() : chosen;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }

  private SecretKey secretKey() throws SettingsException {
    String text = text("secrets.key").toLowerCase(Locale.ROOT);
    return switch (text) {
      case "", "file" ->
          new SecretKey.InFile(
              path("secrets.key-file").orElseGet(() -> data.resolve("secret.key")));
      case "keychain" -> new SecretKey.InKeychain();
      case "passphrase" ->
          new SecretKey.UnderPassphrase(
              path("secrets.passphrase-file"),
              environment.getOrDefault("TOUCHSTONE_PASSPHRASE", ""));
      default ->
          throw new SettingsException(
              "The settings %s set secrets.key to '%s'; it takes file, keychain or passphrase."
                  .formatted(file, text));
    };
  }

  private Optional<Path> path(String name) {
    String text = text(name);
    return text.isEmpty() ? Optional.empty() : Optional.of(data.resolve(text));
  }

  private String text(String name) {
    return properties.getProperty(name, "").strip();
  }
}
