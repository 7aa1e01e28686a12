package dev.touchstone.app.settings;

import dev.touchstone.key.transport.udp.SimulatorAddress;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.store.DatabaseLocation.PostgresDatabase;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The file {@code settings.properties} in the data folder: what holds for every command there. A
 * command line option wins over it.
 */
public final class SettingsFile {

  private static final Set<String> NAMES =
      Stream.concat(
              Stream.of(
                  "rp.id",
                  "rp.name",
                  "rp.origins",
                  "counter-policy",
                  "trust-required",
                  "operator-sign-in",
                  "virtual-key",
                  "simulators",
                  "recording",
                  "recording.file-limit",
                  "recording.folder-limit"),
              Stream.concat(StoreProperties.NAMES.stream(), ServeProperties.NAMES.stream()))
          .collect(Collectors.toUnmodifiableSet());

  private SettingsFile() {}

  /**
   * The usual settings of a data folder, with what its file says instead.
   *
   * @throws SettingsException if the file cannot be read, or holds a name or value that means
   *     nothing
   */
  public static Settings read(Path data) throws SettingsException {
    return read(data, System.getenv());
  }

  static Settings read(Path data, Map<String, String> environment) throws SettingsException {
    Settings usual = Settings.usual(data);
    Path file = file(data);
    if (!Files.exists(file)) {
      return usual;
    }
    Properties properties = properties(file);
    Set<String> unknown = new TreeSet<>(properties.stringPropertyNames());
    unknown.removeAll(NAMES);
    if (!unknown.isEmpty()) {
      throw new SettingsException(
          "The settings %s name %s, which means nothing here; known are %s."
              .formatted(
                  file, String.join(", ", unknown), String.join(", ", new TreeSet<>(NAMES))));
    }
    String rpId = properties.getProperty("rp.id", usual.rpId()).strip();
    return new Settings(
        data,
        rpId,
        properties.getProperty("rp.name", usual.rpName()).strip(),
        origins(file, properties.getProperty("rp.origins", "https://" + rpId)),
        counterPolicy(file, properties.getProperty("counter-policy", usual.counterPolicy().name())),
        yesOrNo(file, properties, "trust-required", usual.trustRequired()),
        yesOrNo(file, properties, "operator-sign-in", usual.operatorSignIn()),
        yesOrNo(file, properties, "virtual-key", usual.virtualKey()),
        simulators(file, properties.getProperty("simulators", "")),
        recording(file, properties),
        new StoreProperties(data, file, properties, environment).read(),
        new ServeProperties(data, file, properties).read());
  }

  /**
   * A database server other than the one that is set, with the password and the name of the replica
   * that are.
   *
   * @param url {@code postgresql://user@host:5432/name}
   * @throws SettingsException if the URL is none, or the file cannot be read
   */
  public static PostgresDatabase postgres(Path data, String url) throws SettingsException {
    Path file = file(data);
    Properties properties = Files.exists(file) ? properties(file) : new Properties();
    return new StoreProperties(data, file, properties, System.getenv()).postgres(url);
  }

  private static Path file(Path data) {
    return data.resolve("settings.properties");
  }

  private static Properties properties(Path file) throws SettingsException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      throw new SettingsException(
          "The settings %s cannot be read; check that it is a text file of lines 'name = value'."
              .formatted(file),
          e);
    }
  }

  private static RecordingSettings recording(Path file, Properties properties)
      throws SettingsException {
    RecordingSettings usual = RecordingSettings.USUAL;
    return new RecordingSettings(
        yesOrNo(file, properties, "recording", usual.kept()),
        megabytes(file, properties, "recording.file-limit", usual.fileLimit()),
        megabytes(file, properties, "recording.folder-limit", usual.folderLimit()),
        usual.trace(),
        usual.command());
  }

  private static long megabytes(Path file, Properties properties, String name, long usual)
      throws SettingsException {
    String text = properties.getProperty(name, "").strip();
    if (text.isEmpty()) {
      return usual;
    }
    if (!text.matches("[1-9][0-9]{0,5}")) {
      throw meansNothing(file, name, text, "megabytes, a number from 1 to 999999");
    }
    return Long.parseLong(text) * RecordingSettings.MEGABYTE;
  }

  private static List<String> origins(Path file, String text) throws SettingsException {
    List<String> origins = list(text);
    if (origins.isEmpty()) {
      throw meansNothing(file, "rp.origins", text, "origins such as https://localhost");
    }
    return origins;
  }

  private static List<SimulatorAddress> simulators(Path file, String text)
      throws SettingsException {
    List<SimulatorAddress> simulators = new ArrayList<>();
    for (String address : list(text)) {
      try {
        simulators.add(SimulatorAddress.parse(address));
      } catch (IllegalArgumentException e) {
        throw new SettingsException(
            "The settings %s name a simulator wrongly: %s".formatted(file, e.getMessage()), e);
      }
    }
    return simulators;
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }

  private static CounterPolicy counterPolicy(Path file, String text) throws SettingsException {
    for (CounterPolicy policy : CounterPolicy.values()) {
      if (policy.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
        return policy;
      }
    }
    throw meansNothing(file, "counter-policy", text, "accept, warn or refuse");
  }

  private static boolean yesOrNo(Path file, Properties properties, String name, boolean usual)
      throws SettingsException {
    String text = properties.getProperty(name, Boolean.toString(usual)).strip();
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default -> throw meansNothing(file, name, text, "yes or no");
    };
  }

  private static SettingsException meansNothing(
      Path file, String name, String value, String allowed) {
    return new SettingsException(
        "The settings %s set %s to '%s'; it takes %s.".formatted(file, name, value, allowed));
  }
}
