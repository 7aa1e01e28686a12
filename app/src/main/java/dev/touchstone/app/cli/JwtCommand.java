package dev.touchstone.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code touchstone jwt} */
@Command(
    name = "jwt",
    header = "Decode, verify, change and sign JWTs of any server, also badly",
    description = {
      "",
      "To find out what a server of your own lets pass. Nothing is kept, and no private key is"
          + " printed.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone jwt decode eyJ...",
      "  touchstone jwt verify eyJ... --keys https://keys.example.org/.well-known/jwks.json",
      "  touchstone jwt sign eyJ... --claim role=admin --forge old-signature",
    })
final class JwtCommand implements Runnable {

  @Spec
  @SuppressWarnings("NullAway.Init") // by picocli
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "What is to be done? Name a command of 'jwt'.");
  }
}
