package dev.touchstone.key.transport.hid;

import dev.touchstone.key.transport.TransportException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * 64-byte HID reports out and in, without the report number byte: the seam between CTAPHID and what
 * carries it. One reader and one writer at a time.
 */
public interface ReportPipe extends AutoCloseable {

  /** Length of a report in bytes, CTAP 2.3 §11.2.4. */
  int REPORT_SIZE = 64;

  /**
   * Sends one report.
   *
   * @param report {@link #REPORT_SIZE} bytes; not kept
   */
  void write(byte[] report) throws TransportException;

  /**
   * Waits for one report.
   *
   * @return {@link #REPORT_SIZE} bytes; null when none came within the time
   */
  byte @Nullable [] read(Duration timeout) throws TransportException;

  @Override
  void close();
}
