package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.jwt.Jwt;
import dev.touchstone.app.jwt.JwtCheck;
import dev.touchstone.app.jwt.JwtVerification;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.usecase.UseCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone jwt verify} */
@Command(
    name = "verify",
    header = "Verify a token by a key, each step with its outcome",
    description = {
      "",
      "The key says which algorithm is right, never the token. Exit code 1 if anything speaks"
          + " against it.",
      ""
    })
final class JwtVerifyCommand extends JwtTokenCommand {

  @Mixin private Keys keys = new Keys();

  @Option(names = "--issuer", paramLabel = "ISS", description = "Who has to have issued it.")
  private @Nullable String issuer;

  @Option(names = "--audience", paramLabel = "AUD", description = "For whom it has to be.")
  private @Nullable String audience;

  JwtVerifyCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    if (!keys.given()) {
      throw RequestAdvice.usage(
          "With which key?", "Give --keys FILE or URL, or --secret-prompt.", "");
    }
    Jwt jwt = useCases.jwt().read(token());
    JwtVerification verification =
        useCases
            .jwt()
            .verify(
                jwt,
                keys.read(root, useCases, keys.text(root, useCases)),
                new JwtVerification.Expected(
                    Optional.ofNullable(issuer), Optional.ofNullable(audience)));
    answer(_ -> JwtDocuments.verification(jwt, verification), text(verification));
    return verification.accepted() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<String> text(JwtVerification verification) {
    List<String> lines = new ArrayList<>();
    for (JwtCheck check : verification.checks()) {
      String line =
          "%-11s %s".formatted(Visible.line(check.name()), Visible.line(check.sentence()));
      lines.add(
          switch (check.outcome()) {
            case PASSED -> style().good("✓ " + line);
            case FAILED -> style().bad("✗ " + line);
            case NOT_CHECKED -> style().dim("· " + line);
          });
    }
    lines.add("");
    lines.add(
        verification.accepted()
            ? style().good("Nothing speaks against it.")
            : style().bad("It is not to be accepted."));
    return lines;
  }
}
