package dev.touchstone.app.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.Logger;

/**
 * Found by logback through {@code META-INF/services}. A class and not an XML file, because parsing
 * one would cost every command that logs a tenth of a second.
 */
public final class LogConfiguration extends ContextAwareBase implements Configurator {

  /** The system property that names the file. */
  public static final String FILE = "touchstone.log";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    LogFile file = new LogFile();
    file.setContext(context);
    file.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(file);
    context.getLogger("dev.touchstone").setLevel(Level.INFO);
    // At debug it writes out PINs' hashes and tokens; nobody may turn that on from outside.
    context.getLogger("com.yubico.yubikit").setLevel(Level.INFO);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
