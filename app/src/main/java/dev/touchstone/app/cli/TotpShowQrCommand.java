package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.factor.totp.OtpAuth;
import dev.touchstone.rp.factor.totp.QrCode;
import dev.touchstone.rp.file.OwnersFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code touchstone totp show-qr} */
@Command(
    name = "show-qr",
    header = "Draw what a device is told, as a PNG picture",
    description = {
      "",
      "Only until the device is confirmed: nobody is told its secret after that. The file is its"
          + " owner's only; delete it when the device has read it.",
      ""
    })
final class TotpShowQrCommand extends TotpUserCommand {

  private static final int PIXELS = 400;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      required = true,
      description = "Where to; one that is there is left alone.")
  private Path file = Path.of("");

  TotpShowQrCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    OtpAuth told = useCases.totp().pending(user());
    try {
      if (!OwnersFile.create(file.toAbsolutePath(), QrCode.png(told.uri(), PIXELS))) {
        throw refused("There is a file %s already.".formatted(file), null);
      }
    } catch (IOException e) {
      throw refused("The picture cannot be written to %s.".formatted(file), e);
    }
    answer(
        _ -> TotpDocuments.picture(user(), file.toString()),
        List.of("Drawn in %s; delete it when the device has read it.".formatted(file)));
    return ExitCode.DONE;
  }

  private static Failure refused(
      String sentence, @org.jspecify.annotations.Nullable IOException cause) {
    Advice advice =
        new Advice(Advice.Kind.FAILED, sentence, "", "Choose another file with --file.", "");
    return cause == null ? new Failure(advice) : new Failure(advice, cause);
  }
}
