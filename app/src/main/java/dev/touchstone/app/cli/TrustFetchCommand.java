package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.trust.FetchMetadata;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone trust fetch} */
@Command(
    name = "fetch",
    header = "Fetch metadata, and examine what is stored by them",
    description = {
      "",
      "A BLOB of the FIDO Metadata Service: by default that of the FIDO Alliance. It is judged"
          + " before it is kept (signature, signer, revocation, number), and refused if it is older"
          + " than the one that is kept. What was kept is used where there is no network.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone trust fetch",
      "  touchstone trust fetch --file blob.jwt --dry-run",
    })
final class TrustFetchCommand extends TouchstoneCommand {

  @Option(names = "--url", paramLabel = "URL", description = "Fetch it from there.")
  private @Nullable String url;

  @Option(names = "--file", paramLabel = "FILE", description = "Read it from this file.")
  private @Nullable Path file;

  @Option(names = "--dry-run", description = "Say what would change, and keep nothing.")
  private boolean dryRun;

  TrustFetchCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    FetchMetadata fetch = useCases.trust().fetchMetadata();
    FetchMetadata.Result previewed = fetch.preview(source());
    boolean takes = previewed.fetched().candidate().isPresent();
    FetchMetadata.Result result = dryRun ? previewed : fetch.keep(previewed);
    boolean kept = takes && !dryRun;
    answer(
        _ -> TrustDocuments.fetched(kept, result),
        new TrustText(terminal().sheet()).of(kept, result));
    return switch (result.fetched().result()) {
      case NEWER, UNCHANGED -> ExitCode.DONE;
      case REFUSED, UNREACHABLE -> ExitCode.FAILED;
    };
  }

  private MetadataSource source() throws Failure {
    if (url != null && file != null) {
      throw usage("Say --url or --file, not both.");
    }
    if (file != null) {
      return new MetadataSource.LocalFile(file);
    }
    if (url == null) {
      return MetadataSource.FIDO;
    }
    try {
      return new MetadataSource.Address(URI.create(url));
    } catch (IllegalArgumentException e) {
      throw usage("'%s' is no address.".formatted(url));
    }
  }

  private static Failure usage(String sentence) {
    return new Failure(new Advice(Advice.Kind.USAGE, sentence, "", "", ""));
  }
}
