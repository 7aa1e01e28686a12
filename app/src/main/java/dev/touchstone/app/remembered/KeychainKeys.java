package dev.touchstone.app.remembered;

import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.key.EncryptionKeys;
import dev.touchstone.rp.secret.key.KeySource;
import java.util.Optional;

/**
 * Keys for the relying party's secrets in the desktop's keychain. It cannot refuse to overwrite, so
 * two programs that begin with an empty one at the same moment both write; the last one wins, and
 * the other finds out when it reads again what it wrote.
 */
public record KeychainKeys(Keychain keychain) implements KeySource {

  @Override
  public Optional<EncryptionKeys> read() throws SecretUnreadable {
    Optional<String> text = keychain.read();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        EncryptionKeys.parse(text.get())
            .orElseThrow(() ->
                new SecretUnreadable(
                    "The entry in the desktop's keychain holds no keys of this program; restore it,"
                        + " or set secrets.key to file or passphrase.")));
  }

  @Override
  public boolean create(EncryptionKeys keys) throws SecretUnreadable {
    if (keychain.read().isPresent()) {
      return false;
    }
    write(keys);
    return keychain.read().filter(keys.text()::equals).isPresent();
  }

  @Override
  public boolean replace(EncryptionKeys before, EncryptionKeys after) throws SecretUnreadable {
    if (!read().equals(Optional.of(before))) {
      return false;
    }
    write(after);
    return true;
  }

  private void write(EncryptionKeys keys) throws SecretUnreadable {
    if (!keychain.write(keys.text())) {
      throw new SecretUnreadable(
          "The desktop's keychain cannot be used; unlock it, or set secrets.key to file or"
              + " passphrase in settings.properties.");
    }
  }

  @Override
  public String place() {
    return "the desktop's keychain";
  }
}
