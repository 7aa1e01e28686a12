package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.http.tls.TlsSettings;
import dev.touchstone.rp.http.tls.acme.AcmeSettings;
import dev.touchstone.rp.http.tls.certificate.CertificateFiles;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether a server speaks HTTPS, and with which certificate. */
final class TlsOptions {

  private static final String LETS_ENCRYPT = "https://acme-v02.api.letsencrypt.org/directory";

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "Speak HTTPS with this certificate: a PEM file, the server's own first, then its issuers."
              + " It is read anew when it changes.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The certificate's private key, a PEM file; may be the same file.")
  private @Nullable Path key;

  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Option(
      names = "--acme",
      paramLabel = "DOMAIN",
      description =
          "Speak HTTPS with a certificate that the server gets for this domain from an authority"
              + " and renews; may be repeated.")
  private List<String> domains = new ArrayList<>();

  @Option(
      names = "--acme-email",
      paramLabel = "ADDRESS",
      description = "Where the authority may write to.")
  private @Nullable String email;

  @Option(
      names = "--acme-directory",
      paramLabel = "URL",
      defaultValue = LETS_ENCRYPT,
      description = "The authority's ACME directory; Let's Encrypt if not given.")
  private URI directory = AcmeSettings.LETS_ENCRYPT;

  @Option(
      names = "--acme-root",
      paramLabel = "FILE",
      description = "PEM file with the root of an authority of your own.")
  private @Nullable Path acmeRoot;

  @Option(
      names = "--acme-accept-terms",
      description = "You have read the authority's terms of service and accept them.")
  private boolean termsAccepted;

  @Option(
      names = "--acme-port",
      paramLabel = "PORT",
      defaultValue = "80",
      description =
          "Where the authority's http-01 challenges are answered; it asks port"
              + " ${DEFAULT-VALUE}, which has to lead here.")
  private int port;

  @Option(
      names = "--acme-eab-key-id",
      paramLabel = "ID",
      description = "Name of your account with an authority that has customers.")
  private @Nullable String externalKeyId;

  @Option(
      names = "--acme-eab-mac-key-file",
      paramLabel = "FILE",
      description = "File with the MAC key that it gave you.")
  private @Nullable Path externalMacKey;

  /**
   * What was asked for.
   *
   * @param host on which the server listens
   * @param data folder for what an authority issues
   * @return empty for plain HTTP
   * @throws Failure if it makes no sense
   */
  Optional<TlsSettings> settings(String host, Path data) throws Failure {
    if (certificate == null && key == null) {
      return domains.isEmpty() ? Optional.empty() : Optional.of(acme(host, data));
    }
    if (certificate == null || key == null) {
      throw usage(
          "A certificate is of no use without its private key, and the other way round.",
          "Give both --tls-cert and --tls-key.");
    }
    if (!domains.isEmpty()) {
      throw usage(
          "A server has one certificate: from files, or from an authority.",
          "Give either --tls-cert and --tls-key, or --acme.");
    }
    return Optional.of(
        new TlsSettings.Files(new CertificateFiles(certificate, key, passphrase.passphrase())));
  }

  private TlsSettings acme(String host, Path data) throws Failure {
    if (port < 1 || port > 65535) {
      throw usage("There is no port %d.".formatted(port), "Give one from 1 to 65535.");
    }
    if ((externalKeyId == null) != (externalMacKey == null)) {
      throw usage(
          "An account with an authority has a name and a MAC key.",
          "Give both --acme-eab-key-id and --acme-eab-mac-key-file.");
    }
    Optional<AcmeSettings.ExternalAccount> external =
        externalKeyId == null || externalMacKey == null
            ? Optional.empty()
            : Optional.of(new AcmeSettings.ExternalAccount(externalKeyId, externalMacKey));
    return new TlsSettings.Acme(
        new AcmeSettings(
            directory,
            Optional.ofNullable(acmeRoot),
            domains,
            Optional.ofNullable(email),
            external,
            termsAccepted,
            new InetSocketAddress(host, port),
            data.resolve("acme")));
  }

  private static Failure usage(String happened, String next) {
    return new Failure(new Advice(Advice.Kind.USAGE, happened, "", next, ""));
  }
}
