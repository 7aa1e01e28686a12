package dev.touchstone.rp.http.tls.acme;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an ACME certificate authority is asked for, and how it finds us.
 *
 * @param directory of the authority (RFC 8555 §7.1.1)
 * @param trustedRoot a PEM file with the root of the authority's own server, if the JDK does not
 *     know it: an authority inside a company
 * @param domains that the certificate is to name, the first one first
 * @param email where the authority may write to
 * @param externalAccount that the authority wants to see, where it has customers (RFC 8555 §7.3.4)
 * @param termsAccepted whether a person has accepted the authority's terms of service
 * @param challengePort where http-01 challenges are answered; the authority asks port 80, so that
 *     one, or one to which 80 is led
 * @param folder for the account's key and the certificates; made if missing
 */
public record AcmeSettings(
    URI directory,
    Optional<Path> trustedRoot,
    List<String> domains,
    Optional<String> email,
    Optional<ExternalAccount> externalAccount,
    boolean termsAccepted,
    InetSocketAddress challengePort,
    Path folder) {

  /** Let's Encrypt. */
  public static final URI LETS_ENCRYPT =
      URI.create("https://acme-v02.api.letsencrypt.org/directory");

  /**
   * An account that the authority knows us by already.
   *
   * @param keyId its name
   * @param macKeyFile a file that holds its MAC key in base64url
   */
  public record ExternalAccount(String keyId, Path macKeyFile) {}

  public AcmeSettings {
    domains = List.copyOf(domains);
  }

  AcmeSettings withDomains(List<String> others) {
    return new AcmeSettings(
        directory,
        trustedRoot,
        others,
        email,
        externalAccount,
        termsAccepted,
        challengePort,
        folder);
  }
}
