package dev.touchstone.app.cli;

import java.nio.file.Path;
import java.util.List;

/**
 * How one system or program comes to trust a root for development.
 *
 * @param id for scripts
 * @param where the system, for a person
 * @param how a command to be typed there, or where to click
 */
record TrustStep(String id, String where, String how) {

  /**
   * For the systems that we know of.
   *
   * @param host of the server, for the examples
   * @param sha256 of the server's own certificate, which the console itself can pin
   */
  static List<TrustStep> all(Path root, String host, String sha256) {
    String file = quoted(root);
    return List.of(
        new TrustStep(
            "debian",
            "Debian, Ubuntu",
            "sudo install -m 644 %s /usr/local/share/ca-certificates/touchstone-development.crt && sudo update-ca-certificates"
                .formatted(file)),
        new TrustStep("fedora", "Fedora, RHEL", "sudo trust anchor %s".formatted(file)),
        new TrustStep(
            "macos",
            "macOS",
            "sudo security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain %s"
                .formatted(file)),
        new TrustStep(
            "windows", "Windows, as an administrator", "certutil -addstore -f Root root.pem"),
        new TrustStep(
            "chromium",
            "Chromium, Chrome on Linux (package libnss3-tools)",
            "certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n touchstone-development -i %s"
                .formatted(file)),
        new TrustStep(
            "firefox",
            "Firefox",
            "Settings > Privacy & Security > View Certificates > Authorities > Import"),
        new TrustStep(
            "curl", "curl", "curl --cacert %s https://%s/health".formatted(file, inUrl(host))),
        new TrustStep(
            "touchstone",
            "Touchstone on another computer",
            "touchstone servers add development https://%s --pin %s"
                .formatted(inUrl(host), sha256)));
  }

  private static String inUrl(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static String quoted(Path path) {
    String text = path.toString();
    return text.matches("[A-Za-z0-9_./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
