package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.http.tls.certificate.CertificateFinding;
import dev.touchstone.rp.http.tls.certificate.CertificateReport;
import dev.touchstone.rp.http.tls.certificate.ServerIdentity;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code touchstone tls check} */
@Command(
    name = "check",
    header = "Show a certificate, and whether a server can use it",
    description = {
      "",
      "Exit code 0 if it can be used, 1 if not. What browsers will not like is said, too. Nothing"
          + " is changed, and nothing leaves this computer.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone tls check chain.pem key.pem",
      "  touchstone tls check /etc/letsencrypt/live/example.com/{fullchain,privkey}.pem",
    })
final class TlsCheckCommand extends TouchstoneCommand {

  @Parameters(
      index = "0",
      paramLabel = "CERT",
      description = "PEM file with the certificate, and those that lead to its root.")
  private Path certificate = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "KEY",
      description = "PEM file with its private key; without it, the certificate alone is judged.")
  private @Nullable Path key;

  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  TlsCheckCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    CertificateReport report =
        useCases
            .tls()
            .checkCertificate()
            .run(certificate, Optional.ofNullable(key), passphrase.passphrase());
    answer(_ -> TlsDocuments.report(report), text(report));
    return report.usable() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<String> text(CertificateReport report) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < report.chain().size(); i++) {
      X509Certificate it = report.chain().get(i);
      List<String> names = CertificateReport.names(it);
      lines.add(
          style()
              .strong(
                  Visible.line(
                      names.isEmpty()
                          ? it.getSubjectX500Principal().getName()
                          : String.join(", ", names))));
      lines.add("  issued by  " + Visible.line(it.getIssuerX500Principal().getName()));
      lines.add(
          "  good from  %s until %s"
              .formatted(
                  Moment.of(it.getNotBefore().toInstant()),
                  Moment.of(it.getNotAfter().toInstant())));
      lines.add("  key        " + CertificateReport.keyKind(it));
      lines.add("  SHA-256    " + ServerIdentity.fingerprint(it));
    }
    lines.add("");
    for (CertificateFinding finding : report.findings()) {
      String mark = finding.fatal() ? style().bad("✗") : style().warning("!");
      String lead = mark + " ";
      String words = Visible.line(finding.found() + " " + finding.next());
      for (String line : terminal().sheet().lines(words, terminal().sheet().columns() - 2)) {
        lines.add(lead + line);
        lead = "  ";
      }
    }
    lines.add(
        report.usable()
            ? style().good("✓")
                + (report.withKey()
                    ? " A server can use it."
                    : " It is in order, as far as it goes without its key.")
            : "A server cannot use it.");
    return lines;
  }
}
