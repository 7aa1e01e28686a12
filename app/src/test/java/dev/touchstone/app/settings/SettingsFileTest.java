package dev.touchstone.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.key.transport.udp.SimulatorAddress;
import dev.touchstone.rp.audit.export.RowFormat;
import dev.touchstone.rp.audit.syslog.SyslogTarget;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.http.guard.Rates;
import dev.touchstone.rp.limit.Allowance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsFileTest {

  @TempDir Path data;

  @Test
  void withoutAFileTheUsualHolds() throws SettingsException {
    assertThat(SettingsFile.read(data)).isEqualTo(Settings.usual(data));
  }

  @Test
  void theFileSaysWhatIsDifferent() throws Exception {
    write(
        """
        rp.id = example.com
        rp.name = Example
        rp.origins = https://example.com, https://login.example.com
        counter-policy = warn
        trust-required = yes
        virtual-key = no
        simulators = udp://127.0.0.1, udp://127.0.0.1:9000?reply=0
        serve.limit-per-address = none
        serve.limit-per-account = 5/min
        serve.syslog = tls://siem.example.com
        serve.syslog-format = cef
        serve.syslog-ca = siem.pem
        serve.audit-retention = 400d
        """);

    Settings settings = SettingsFile.read(data);

    assertThat(settings.rpId()).isEqualTo("example.com");
    assertThat(settings.rpName()).isEqualTo("Example");
    assertThat(settings.origins())
        .containsExactly("https://example.com", "https://login.example.com");
    assertThat(settings.origin()).isEqualTo("https://example.com");
    assertThat(settings.counterPolicy()).isEqualTo(CounterPolicy.WARN);
    assertThat(settings.trustRequired()).isTrue();
    assertThat(settings.virtualKey()).isFalse();
    assertThat(settings.simulators())
        .containsExactly(
            new SimulatorAddress("127.0.0.1", 8111, 7112),
            new SimulatorAddress("127.0.0.1", 9000, 0));
    assertThat(settings.serve().rates())
        .isEqualTo(new Rates(Allowance.UNLIMITED, new Allowance(5, 5), Rates.USUAL.tokens()));
    assertThat(settings.serve().syslog())
        .contains(
            new SyslogSettings(
                new SyslogTarget(true, "siem.example.com", 6514),
                Optional.of(data.resolve("siem.pem")),
                RowFormat.CEF));
    assertThat(settings.serve().auditRetention()).contains(Duration.ofDays(400));
  }

  @Test
  void theOriginFollowsTheRelyingPartysIdUnlessItIsNamed() throws Exception {
    write("rp.id = example.com");

    assertThat(SettingsFile.read(data).origins()).containsExactly("https://example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "counter-policy = sometimes, sometimes",
    "virtual-key = perhaps, perhaps",
    "rp.orgins = https://example.com, rp.orgins",
    "rp.origins = , rp.origins",
    "simulators = udp://, udp://",
    "serve.limit-per-address = 0/min, 0/min",
    "serve.limit-per-account = often, often",
    "serve.syslog = siem.example.com, siem.example.com",
    "serve.syslog-format = xml, xml",
    "serve.audit-retention = 0d, 0d",
    "serve.audit-retention = a year, a year"
  })
  void whatMeansNothingIsNamedWithTheFile(String line, String culprit) throws IOException {
    write(line);

    assertThatThrownBy(() -> SettingsFile.read(data))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("settings.properties")
        .hasMessageContaining(culprit);
  }

  private void write(String text) throws IOException {
    Files.writeString(data.resolve("settings.properties"), text);
  }
}
