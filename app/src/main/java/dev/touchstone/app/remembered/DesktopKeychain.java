package dev.touchstone.app.remembered;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keychain of macOS, the credential store of Windows, the Secret Service of a Linux desktop; an
 * entry for each data folder. Where there is none, or it stays locked, it is as if it were empty.
 */
public final class DesktopKeychain implements Keychain {

  private static final Logger LOG = LoggerFactory.getLogger(DesktopKeychain.class);
  private static final String SERVICE = "Touchstone: keys that may be looked into without a PIN";

  private final String account;

  /** The entry of this data folder. */
  public DesktopKeychain(Path data) {
    this.account = data.toAbsolutePath().normalize().toString();
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(Keyring keyring) throws PasswordAccessException;
  }

  @Override
  public Optional<String> read() {
    return use(keyring -> keyring.getPassword(SERVICE, account));
  }

  @Override
  public boolean write(String secret) {
    return use(
            keyring -> {
              keyring.setPassword(SERVICE, account, secret);
              return true;
            })
        .isPresent();
  }

  @Override
  public void delete() {
    use(keyring -> {
      keyring.deletePassword(SERVICE, account);
      return true;
    });
  }

  /** The library's drivers throw whatever their platform throws. */
  @SuppressWarnings("IllegalCatch")
  private static <T> Optional<T> use(Use<T> use) {
    try {
      Keyring keyring = Keyring.create();
      try {
        return Optional.ofNullable(use.of(keyring));
      } finally {
        keyring.close();
      }
    } catch (BackendNotSupportedException | PasswordAccessException e) {
      LOG.debug("No keychain, or nothing in it: {}", e.getMessage());
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (Exception | LinkageError e) {
      LOG.warn("The keychain cannot be used: {}", e.toString());
      return Optional.empty();
    }
  }
}
