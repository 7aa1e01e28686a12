package dev.touchstone.rp.audit.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.export.RowFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogMessageTest {

  @Test
  void messageHasItsLengthInBytesBeforeIt() {
    AuditRow row = row("sign-in.complete", "refused", "ü");
    byte[] frame = new SyslogMessage("host.example", 42, RowFormat.CEF).frame(row);
    String text = new String(frame, StandardCharsets.UTF_8);
    int blank = text.indexOf(' ');
    assertThat(Integer.parseInt(text.substring(0, blank))).isEqualTo(frame.length - blank - 1);
    assertThat(text.substring(blank + 1))
        .startsWith(
            "<108>1 2026-11-20T12:00:00.123Z host.example touchstone 42 sign-in.complete"
                + " [meta sequenceId=\"1\"] CEF:0|")
        .contains("suser=ü");
  }

  @Test
  void strangeNamesStayInTheirFields() {
    AuditRow row = row("a b\n]" + "x".repeat(100), "failed", "");
    String text =
        new String(
            new SyslogMessage("my host", 42, RowFormat.JSON).frame(row), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("<107>1 ")
        .contains(" my_host touchstone 42 a_b_]" + "x".repeat(27) + " [meta ")
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "tls://siem.example.com, tls://siem.example.com:6514",
    "tcp://127.0.0.1, tcp://127.0.0.1:601",
    "TLS://siem.example.com:10514/, tls://siem.example.com:10514",
    "tcp://[::1]:5514, tcp://[::1]:5514",
  })
  void receiverIsReadWithItsUsualPort(String text, String target) {
    assertThat(SyslogTarget.parse(text)).hasToString(target);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "siem",
        "udp://siem:514",
        "tls://",
        "tls://a b",
        "tcp://u:p@siem",
        "tcp://siem/x",
        "tcp://siem?x",
        "tcp://siem:0",
        "tcp://siem:70000",
        "http://siem"
      })
  void whatIsNoReceiverIsRefusedWithASentence(String text) {
    assertThatThrownBy(() -> SyslogTarget.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no syslog receiver");
  }

  private static AuditRow row(String event, String outcome, String actor) {
    return new AuditRow(
        "file",
        (long) Integer.MAX_VALUE + 1,
        Instant.parse("2026-11-20T12:00:00.123Z").toEpochMilli(),
        event,
        outcome,
        actor,
        "",
        "",
        "",
        "",
        "",
        "{}",
        Bytes.of(new byte[32]));
  }
}
