package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.jwt.Jwt;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.inspect.Inspection;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;

/** {@code touchstone jwt decode} */
@Command(
    name = "decode",
    header = "Spell a token out; nothing is verified",
    description = {""})
final class JwtDecodeCommand extends JwtTokenCommand {

  JwtDecodeCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    String compact = token().strip().replaceFirst("(?i)^(authorization:\\s*)?bearer\\s+", "");
    Jwt _ = useCases.jwt().read(compact);
    Inspection inspection = useCases.inspectData().run(compact.getBytes(StandardCharsets.UTF_8));
    answer(
        documents -> documents.inspection(inspection),
        new InspectionTree(terminal().sheet(), true).lines(inspection.tree()));
    return ExitCode.DONE;
  }
}
