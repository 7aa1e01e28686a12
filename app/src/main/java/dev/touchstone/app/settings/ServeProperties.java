package dev.touchstone.app.settings;

import dev.touchstone.rp.audit.export.RowFormat;
import dev.touchstone.rp.audit.syslog.SyslogTarget;
import dev.touchstone.rp.http.guard.Rates;
import dev.touchstone.rp.limit.Allowance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of the settings file that tell how the relying party is served. */
final class ServeProperties {

  private static final String PER_ADDRESS = "serve.limit-per-address";
  private static final String PER_ACCOUNT = "serve.limit-per-account";

  private static final String SYSLOG = "serve.syslog";
  private static final String SYSLOG_FORMAT = "serve.syslog-format";
  private static final String SYSLOG_CA = "serve.syslog-ca";

  private static final String RETENTION = "serve.audit-retention";
  private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,4})d");

  static final List<String> NAMES =
      List.of(PER_ADDRESS, PER_ACCOUNT, SYSLOG, SYSLOG_FORMAT, SYSLOG_CA, RETENTION);

  private final Path data;
  private final Path file;
  private final Properties properties;

  /**
   * Reads from here.
   *
   * @param data the data folder, from which relative paths lead
   * @param file the settings file, for complaints
   */
  ServeProperties(Path data, Path file, Properties properties) {
    this.data = data;
    this.file = file;
    this.properties = properties;
  }

  ServeSettings read() throws SettingsException {
    Rates usual = Rates.USUAL;
    return new ServeSettings(
        new Rates(
            allowance(PER_ADDRESS, usual.address()),
            allowance(PER_ACCOUNT, usual.account()),
            usual.tokens()),
        syslog(),
        text(RETENTION).isEmpty()
            ? Optional.empty()
            : Optional.of(parsed(RETENTION, ServeProperties::days)));
  }

  private Allowance allowance(String name, Allowance usual) throws SettingsException {
    return text(name).isEmpty() ? usual : parsed(name, Allowance::parse);
  }

  private Optional<SyslogSettings> syslog() throws SettingsException {
    RowFormat format =
        text(SYSLOG_FORMAT).isEmpty()
            ? RowFormat.JSON
            : parsed(SYSLOG_FORMAT, ServeProperties::format);
    if (text(SYSLOG).isEmpty()) {
      return Optional.empty();
    }
    Optional<Path> authority =
        text(SYSLOG_CA).isEmpty() ? Optional.empty() : Optional.of(data.resolve(text(SYSLOG_CA)));
    return Optional.of(new SyslogSettings(parsed(SYSLOG, SyslogTarget::parse), authority, format));
  }

  private static Duration days(String text) {
    Matcher days = DAYS.matcher(text);
    if (!days.matches()) {
      throw new IllegalArgumentException("'%s' is no number of days, such as 400d".formatted(text));
    }
    return Duration.ofDays(Long.parseLong(days.group(1)));
  }

  private static RowFormat format(String word) {
    return RowFormat.of(word)
        .orElseThrow(
            () -> new IllegalArgumentException("'%s' is neither json nor cef".formatted(word)));
  }

  private <T> T parsed(String name, Function<String, T> parser) throws SettingsException {
    try {
      return parser.apply(text(name));
    } catch (IllegalArgumentException e) {
      throw new SettingsException(
          "The settings %s set %s wrongly: %s".formatted(file, name, e.getMessage()), e);
    }
  }

  private String text(String name) {
    return properties.getProperty(name, "").strip();
  }
}
