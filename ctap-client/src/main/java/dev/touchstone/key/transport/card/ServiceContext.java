package dev.touchstone.key.transport.card;

import java.lang.reflect.Field;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDK's one context with the PC/SC service. It asks for it once and keeps it for good, so that
 * after a restart of the service it talks to nobody. Forgetting it makes the JDK ask anew; that
 * takes the JVM's permission: {@code
 * --add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED}, which the launcher gives.
 */
final class ServiceContext {

  private static final Logger log = LoggerFactory.getLogger(ServiceContext.class);

  private ServiceContext() {}

  /**
   * Forgets the context and the readers that belong to it.
   *
   * @return false where the JVM does not allow that, or is made in another way
   */
  static boolean forget() {
    try {
      Class<?> terminals = Class.forName("sun.security.smartcardio.PCSCTerminals");
      Field context = terminals.getDeclaredField("contextId");
      Field known = terminals.getDeclaredField("terminals");
      context.setAccessible(true);
      known.setAccessible(true);
      synchronized (terminals) {
        context.setLong(null, 0);
        if (known.get(null) instanceof Map<?, ?> readers) {
          readers.clear();
        }
      }
      return true;
    } catch (ReflectiveOperationException | RuntimeException e) {
      log.info("The PC/SC context cannot be renewed: {}", e.toString());
      return false;
    }
  }
}
