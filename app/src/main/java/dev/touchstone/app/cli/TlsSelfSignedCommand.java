package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.tls.MakeDevelopmentCertificate;
import dev.touchstone.rp.http.tls.certificate.ServerIdentity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone tls self-signed} */
@Command(
    name = "self-signed",
    header = "Make a certificate for development, and say how to trust it",
    description = {
      "",
      "It comes with a root of its own, for browsers do not offer passkeys where they only tolerate"
          + " a certificate. The root is good for these hosts alone, and its private key is"
          + " forgotten at once: whoever trusts it trusts this server and nothing else.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone tls self-signed",
      "  touchstone tls self-signed --host touchstone.test --host 192.0.2.1 --out tls",
      "  touchstone tls self-signed --dry-run",
    })
final class TlsSelfSignedCommand extends TouchstoneCommand {

  private static final String YEAR = "365";

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description =
          "DNS name or address of the server; may be repeated. Without it: localhost, 127.0.0.1"
              + " and ::1.")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for cert.pem, key.pem and root.pem, instead of tls in the data folder.")
  private @Nullable Path folder;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = YEAR,
      description = "How long it is good, 1 to 825; ${DEFAULT-VALUE} if not given.")
  private int days;

  @Mixin private ChangeOptions change = new ChangeOptions();

  TlsSelfSignedCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    MakeDevelopmentCertificate make = useCases.tls().makeDevelopmentCertificate();
    MakeDevelopmentCertificate.Preview preview =
        make.preview(
            new MakeDevelopmentCertificate.Request(hosts, days, Optional.ofNullable(folder)));
    boolean wanted = wanted(preview);
    if (wanted) {
      make.apply(preview);
    }
    answer(_ -> TlsDocuments.selfSigned(preview, wanted), text(preview, wanted));
    return ExitCode.DONE;
  }

  /** Nothing is lost by a new file; what is there already is only replaced if that is wished. */
  private boolean wanted(MakeDevelopmentCertificate.Preview preview) throws Failure {
    if (preview.replaced().isEmpty()) {
      return !change.dryRun();
    }
    String files =
        String.join(", ", preview.replaced().stream().map(it -> it.getFileName() + "").toList());
    return change.wanted(
        root.context(),
        List.of(
            "%s in %s would be replaced; who trusts the root there has to trust another one."
                .formatted(files, preview.pems().folder())),
        true);
  }

  private List<String> text(MakeDevelopmentCertificate.Preview preview, boolean written) {
    ServerIdentity identity = preview.certificate().identity();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s a certificate for %s, good until %s."
            .formatted(
                written ? "Made" : "Would make",
                String.join(", ", identity.names()),
                Moment.of(identity.notAfter())));
    if (!written) {
      preview.replaced().forEach(it -> lines.add("  It would replace " + Visible.line(it + "")));
      lines.add("  Nothing was written to " + Visible.line(preview.pems().folder() + ""));
      return lines;
    }
    lines.add("  " + Visible.line(preview.pems().certificate() + ""));
    lines.add("  " + Visible.line(preview.pems().key() + "") + "  (keep it to yourself)");
    lines.add(
        "  " + Visible.line(preview.pems().root() + "") + "  (for those who are to trust it)");
    lines.add("  SHA-256 " + identity.fingerprint());
    lines.add("");
    lines.add(style().strong("How to trust it"));
    for (TrustStep step :
        TrustStep.all(preview.pems().root(), identity.names().getFirst(), identity.fingerprint())) {
      lines.add("  " + step.where());
      lines.add("    " + Visible.line(step.how()));
    }
    return lines;
  }
}
