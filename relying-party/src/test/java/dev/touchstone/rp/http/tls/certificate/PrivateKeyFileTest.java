package dev.touchstone.rp.http.tls.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PrivateKey;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys as OpenSSL writes them; its README tells how they were made. */
final class PrivateKeyFileTest {

  private static final Passphrase PASSPHRASE = Passphrase.of("correct-horse");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ec-sec1",
        "ec-sec1-parameters",
        "ec-pkcs8",
        "ec-pkcs8-encrypted",
        "ec-pkcs8-scrypt",
        "rsa-pkcs8",
        "rsa-pkcs1",
        "rsa-pkcs1-encrypted",
        "ed25519-pkcs8"
      })
  void everyFormIsReadAndFitsItsCertificate(String form) throws Exception {
    PrivateKey key = PrivateKeyFile.read(file(form + ".pem"), PASSPHRASE);

    assertThat(
            KeyMatch.fits(CertificateFile.read(file(form + ".crt")).getFirst().getPublicKey(), key))
        .isTrue();
    String other = form.equals("ec-sec1") ? "ec-sec1-parameters" : "ec-sec1";
    assertThat(
            KeyMatch.fits(
                CertificateFile.read(file(other + ".crt")).getFirst().getPublicKey(), key))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ec-pkcs8-encrypted", "ec-pkcs8-scrypt", "rsa-pkcs1-encrypted"})
  void anEncryptedKeyWantsItsPassphrase(String form) throws Exception {
    Path file = file(form + ".pem");

    assertThat(refusal(file, Passphrase.NONE))
        .hasMessageContaining("is encrypted")
        .hasMessageContaining("--tls-passphrase-file");
    assertThat(refusal(file, Passphrase.of("wrong-horse")))
        .hasMessageContaining("does not open the private key")
        .hasMessageNotContaining("wrong-horse");
  }

  @Test
  void thePassphraseMayBeTheFirstLineOfAFile() throws Exception {
    Path passphrase = folder.resolve("passphrase");
    Files.writeString(passphrase, "correct-horse\nwhat else is there\n");
    closed(passphrase);

    assertThat(PrivateKeyFile.read(file("ec-pkcs8-encrypted.pem"), Passphrase.inFile(passphrase)))
        .isNotNull();
  }

  @Test
  void aPassphraseFileThatIsMissingOrOpenToAllIsToldSo() throws Exception {
    Path key = file("ec-pkcs8-encrypted.pem");
    Path passphrase = folder.resolve("passphrase");
    assertThat(refusal(key, Passphrase.inFile(passphrase)))
        .hasMessageContaining("passphrase in " + passphrase + " cannot be read");

    Files.writeString(passphrase, "correct-horse");
    Files.setPosixFilePermissions(passphrase, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(refusal(key, Passphrase.inFile(passphrase)))
        .hasMessageContaining("Everybody on this computer may read the passphrase");
  }

  @Test
  void aKeyThatOthersMayReadIsRefusedAndAGroupMay() throws Exception {
    Path file = file("ec-sec1.pem");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(refusal(file, Passphrase.NONE))
        .hasMessageContaining("Everybody on this computer may read the private key in " + file)
        .hasMessageContaining("chmod 600 " + file);

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(PrivateKeyFile.read(file, Passphrase.NONE)).isNotNull();
  }

  @Test
  void whatIsNoKeyIsToldWhatItIs() throws Exception {
    assertThat(refusal(folder.resolve("none.pem"), Passphrase.NONE))
        .hasMessageContaining("There is no file " + folder.resolve("none.pem"))
        .hasMessageContaining("touchstone tls self-signed");
    assertThat(refusal(file("ec-sec1.crt"), Passphrase.NONE))
        .hasMessageContaining("It holds a certificate");
    assertThat(refusal(written("just words"), Passphrase.NONE))
        .hasMessageContaining("There is no private key in");
    assertThat(refusal(folder, Passphrase.NONE)).hasMessageContaining("is no file");
    assertThat(refusal(written("x".repeat((1 << 20) + 1)), Passphrase.NONE))
        .hasMessageContaining("larger than 1 MiB");
  }

  @Test
  void aDamagedKeyIsToldSoWithoutAByteOfIt() throws Exception {
    String whole = Files.readString(file("ec-sec1.pem"));
    for (int cut = 30; cut < whole.length() - 1; cut += 7) {
      String damaged = whole.substring(0, cut) + whole.substring(cut + 5);
      try {
        PrivateKeyFile.read(written(damaged), Passphrase.NONE);
      } catch (CertificateRefused e) {
        assertThat(e)
            .hasMessageMatching("(?s).*(damaged|There is no private key).*")
            .hasMessageNotContaining(whole.substring(40, 60));
      }
    }
    assertThat(refusal(written(whole.substring(0, 80)), Passphrase.NONE)).isNotNull();
  }

  private CertificateRefused refusal(Path file, Passphrase passphrase) {
    return catchThrowableOfType(
        CertificateRefused.class, () -> PrivateKeyFile.read(file, passphrase));
  }

  private Path written(String text) throws Exception {
    Path file = folder.resolve("written.pem");
    Files.writeString(file, text);
    return closed(file);
  }

  private Path file(String name) throws Exception {
    Path file = folder.resolve(name);
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("openssl/" + name), name)) {
      Files.write(file, in.readAllBytes());
    }
    return closed(file);
  }

  private static Path closed(Path file) throws Exception {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
