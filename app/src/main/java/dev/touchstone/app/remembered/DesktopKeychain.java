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

  private final String service;
  private final String account;

  /** The entry of this data folder for keys that may be looked into without a PIN. */
  public DesktopKeychain(Path data) {
    this(data, "Touchstone: keys that may be looked into without a PIN");
  }

  private DesktopKeychain(Path data, String service) {
    this.service = service;
    this.account = data.toAbsolutePath().normalize().toString();
  }

  /** The entry of this data folder for the keys that encrypt the relying party's secrets. */
  public static DesktopKeychain ofSecrets(Path data) {
    return new DesktopKeychain(data, "Touchstone: keys of the relying party's secrets");
  }

  @FunctionalInterface
  private interface Use<T> {
    T of(Keyring keyring) throws PasswordAccessException;
  }

  @Override
  public Optional<String> read() {
    return use(keyring -> keyring.getPassword(service, account));
  }

  @Override
  public boolean write(String secret) {
    return use(
            keyring -> {
              keyring.setPassword(service, account, secret);
              return true;
            })
        .isPresent();
  }

  @Override
  public void delete() {
    use(keyring -> {
      keyring.deletePassword(service, account);
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
