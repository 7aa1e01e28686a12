package dev.touchstone.rp.audit.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.chain.RowHash;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RowFormatTest {

  private static final String AWKWARD = "a|b\\c=d\"e\r\nf\u2028ü";

  private static AuditRow row(String text, String address) {
    AuditRow row =
        new AuditRow(
            "file",
            7,
            Instant.parse("2026-11-20T12:00:00.123Z").toEpochMilli(),
            "sign-in.complete",
            "refused",
            text,
            text,
            "AQID",
            address,
            text,
            text,
            "{\"sign_count\":\"5\"}",
            Bytes.of(new byte[0]));
    return row.with(RowHash.of(RowHash.BEGINNING, row));
  }

  @Test
  void jsonLineHoldsAllThatIsNeededToComputeTheHashAgain() throws Exception {
    String line = RowFormat.JSON.line(row(AWKWARD, "203.0.113.1"));
    assertThat(line).matches("[ -~]+");
    JsonNode it = new ObjectMapper().readTree(line);
    AuditRow read =
        new AuditRow(
            it.get("writer").asText(),
            it.get("seq").asLong(),
            Instant.parse(it.get("at").asText()).toEpochMilli(),
            it.get("event").asText(),
            it.get("outcome").asText(),
            it.get("actor").asText(),
            it.get("subject").asText(),
            it.get("credential").asText(),
            it.get("address").asText(),
            it.get("agent").asText(),
            it.get("reason").asText(),
            it.get("detail").toString(),
            Bytes.ofHex(it.get("hash").asText()));
    assertThat(RowHash.of(RowHash.BEGINNING, read)).isEqualTo(read.hash());
  }

  @Test
  void cefEscapesInHeaderAndExtensionWhatEachNeeds() {
    AuditRow row = row("a|b\\c=d\r\ne", "203.0.113.1");
    assertThat(RowFormat.CEF.line(row))
        .isEqualTo(
            "CEF:0|Touchstone|Touchstone|0.1|sign-in.complete|sign in complete refused|6|"
                + "rt=1795176000123 outcome=refused suser=a|b\\\\c\\=d\\r\\ne"
                + " duser=a|b\\\\c\\=d\\r\\ne src=203.0.113.1"
                + " requestClientApplication=a|b\\\\c\\=d\\r\\ne reason=a|b\\\\c\\=d\\r\\ne"
                + " externalId=file/7 cs1Label=credential cs1=AQID cs2Label=detail"
                + " cs2=sign_count\\=5 cs3Label=hash cs3="
                + row.hash().hex());
  }

  @Test
  void cefHeaderOfAForgedRowCannotBreakOut() {
    AuditRow honest = row("x", "");
    AuditRow forged =
        new AuditRow(
            "w", 1, 0, "a|b\\\nCEF:0", "odd", "", "", "", "", "", "", "not json", honest.hash());
    assertThat(RowFormat.CEF.line(forged))
        .startsWith("CEF:0|Touchstone|Touchstone|0.1|a\\|b\\\\ CEF:0|")
        .doesNotContain("\n");
  }

  @Test
  void cefTellsAddressesOfEitherKindAndWhatIsNone() {
    assertThat(RowFormat.CEF.line(row("x", "2001:db8::1")))
        .contains(" c6a2Label=Source IPv6 Address c6a2=2001:db8::1 ")
        .doesNotContain(" src=");
    assertThat(RowFormat.CEF.line(row("x", "unix socket"))).contains(" shost=unix socket ");
    assertThat(RowFormat.CEF.line(row("x", ""))).doesNotContain("src=").doesNotContain("shost=");
  }
}
