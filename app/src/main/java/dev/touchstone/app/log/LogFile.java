package dev.touchstone.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Appends to the file that {@link LogConfiguration#FILE} names; without that it writes nothing. The
 * file is for its owner alone. One generation is kept when it grows too large.
 */
final class LogFile extends AppenderBase<ILoggingEvent> {

  private static final long LARGEST = 1024 * 1024;

  @Override
  protected void append(ILoggingEvent event) {
    String name = System.getProperty(LogConfiguration.FILE, "");
    if (name.isEmpty()) {
      return;
    }
    Path file = Path.of(name);
    try {
      makeRoom(file);
      Files.writeString(file, line(event), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    } catch (IOException e) {
      // A log that cannot be written must not stop what the person came for.
      addError("cannot write " + file, e);
    }
  }

  private static void makeRoom(Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) > LARGEST) {
      Path before = file.resolveSibling(file.getFileName() + ".1");
      Files.move(file, before, StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(file)) {
      boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
      if (posix) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      } else {
        Files.createFile(file);
      }
    }
  }

  private static String line(ILoggingEvent event) {
    String line =
        "%s %s [%s] %s: %s%n"
            .formatted(
                event.getInstant(),
                event.getLevel(),
                event.getThreadName(),
                event.getLoggerName(),
                event.getFormattedMessage());
    IThrowableProxy thrown = event.getThrowableProxy();
    return thrown == null ? line : line + ThrowableProxyUtil.asString(thrown);
  }
}
