package dev.touchstone.rp.cose;

import java.security.Provider;
import java.security.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Amazon's Corretto crypto provider, which verifies an ES256 signature about ten times as fast as
 * the JDK's own code. It brings native code for Linux and macOS on x86-64 and arm64; elsewhere the
 * JDK's providers stay what they are.
 */
public final class NativeProvider {

  private static final Logger LOG = LoggerFactory.getLogger(NativeProvider.class);
  private static final String CLASS =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private NativeProvider() {}

  /**
   * Prefers it for the rest of this process, which pays for a server and not for a single command:
   * loading it takes a tenth of a second.
   *
   * @return whether it is in use now
   */
  public static boolean prefer() {
    try {
      Provider provider =
          Class.forName(CLASS).asSubclass(Provider.class).getDeclaredConstructor().newInstance();
      // Computes something with the native code, so that a library that does not load is found
      // here.
      provider.getClass().getMethod("assertHealthy").invoke(provider);
      return Security.getProvider(provider.getName()) != null
          || Security.insertProviderAt(provider, 1) == 1;
    } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
      LOG.debug("Signatures are verified by the JDK's own code: {}", e.toString());
      return false;
    }
  }
}
