package dev.touchstone.app.cli;

import dev.touchstone.rp.http.tls.certificate.Passphrase;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How an encrypted private key of a server is opened. Never by a word on the command line. */
final class PassphraseOption {

  private static final String VARIABLE = "TOUCHSTONE_TLS_PASSPHRASE";

  @Option(
      names = "--tls-passphrase-file",
      paramLabel = "FILE",
      description =
          "The passphrase of an encrypted private key is the first line of it; otherwise the"
              + " variable TOUCHSTONE_TLS_PASSPHRASE is taken.")
  private @Nullable Path file;

  Passphrase passphrase() {
    if (file != null) {
      return Passphrase.inFile(file);
    }
    String value = System.getenv(VARIABLE);
    return value == null ? Passphrase.NONE : Passphrase.of(value);
  }
}
