package dev.touchstone.app.doctor;

import dev.touchstone.app.settings.StoreSettings.SecretKey;
import dev.touchstone.rp.failure.RelyingPartyException.SecretUnreadable;
import dev.touchstone.rp.secret.key.KeyFile;
import java.util.Locale;
import java.util.Optional;

/** Whether the key can be used under which secrets are encrypted. Reads only, and asks nobody. */
record SecretKeyExamination(SecretKey key) {

  private static final String AREA = "Data";

  /** Empty where there is nothing to look at without asking a person. */
  Optional<Finding> look() {
    return switch (key) {
      case SecretKey.InFile it -> file(new KeyFile(it.file()));
      case SecretKey.InKeychain _, SecretKey.UnderPassphrase _ -> Optional.empty();
    };
  }

  private static Optional<Finding> file(KeyFile file) {
    try {
      return file.read()
          .map(keys ->
              Finding.fine(
                  AREA,
                  "secret key",
                  "%s is its owner's alone; the key is %s."
                      .formatted(file.file(), keys.current().id())));
    } catch (SecretUnreadable e) {
      String[] sentences = String.valueOf(e.getMessage()).split("; ", 2);
      return Optional.of(
          Finding.broken(
              AREA,
              "secret key",
              sentences[0] + ".",
              sentences.length < 2 ? "" : capital(sentences[1])));
    }
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
