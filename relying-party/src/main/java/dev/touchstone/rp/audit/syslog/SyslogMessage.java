package dev.touchstone.rp.audit.syslog;

import dev.touchstone.rp.audit.AuditRow;
import dev.touchstone.rp.audit.export.RowFormat;
import java.nio.charset.StandardCharsets;

/**
 * A row as a syslog message (RFC 5424 §6): facility 13, log audit; the event as MSGID; its number
 * in the registered element {@code meta} (§7.3.1); and in MSG the row as JSON in ASCII or as CEF.
 *
 * @param host the name of this computer
 * @param process the id of this process
 * @param format of MSG
 */
public record SyslogMessage(String host, long process, RowFormat format) {

  private static final int FACILITY = 13;
  private static final int LONGEST_HOST = 255;
  private static final int LONGEST_MSGID = 32;

  /** The message with its length before it (RFC 6587 §3.4.1). */
  public byte[] frame(AuditRow row) {
    byte[] message = text(row).getBytes(StandardCharsets.UTF_8);
    byte[] length = (message.length + " ").getBytes(StandardCharsets.US_ASCII);
    byte[] frame = new byte[length.length + message.length];
    System.arraycopy(length, 0, frame, 0, length.length);
    System.arraycopy(message, 0, frame, length.length, message.length);
    return frame;
  }

  private String text(AuditRow row) {
    return "<%d>1 %s %s touchstone %d %s [meta sequenceId=\"%d\"] %s"
        .formatted(
            FACILITY * 8 + severity(row.outcome()),
            row.when(),
            printable(host, LONGEST_HOST),
            process,
            printable(row.event(), LONGEST_MSGID),
            sequenceId(row.seq()),
            format.line(row));
  }

  /** RFC 5424 §6.2.1: notice, warning, error. */
  private static int severity(String outcome) {
    return switch (outcome) {
      case "succeeded" -> 5;
      case "failed" -> 3;
      default -> 4;
    };
  }

  /** RFC 5424 §7.3.1: from 1 to 2147483647, and then from 1 again. */
  private static long sequenceId(long seq) {
    return Math.floorMod(seq - 1, (long) Integer.MAX_VALUE) + 1;
  }

  private static String printable(String text, int longest) {
    String safe = text.replaceAll("[^!-~]", "_");
    return safe.isEmpty() ? "-" : safe.substring(0, Math.min(longest, safe.length()));
  }
}
