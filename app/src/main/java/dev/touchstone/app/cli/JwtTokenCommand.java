package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.jwt.JwtKey;
import dev.touchstone.app.request.send.Limits;
import dev.touchstone.app.request.send.Wish;
import dev.touchstone.app.usecase.UseCases;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands at the workbench share: a token, and keys. */
abstract class JwtTokenCommand extends TouchstoneCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "TOKEN|-",
      description = "The token; - for standard input (usual).")
  private String token = "-";

  JwtTokenCommand(RootCommand root) {
    super(root);
  }

  /** Where keys come from. */
  static final class Keys {

    @Option(
        names = {"--key", "--keys"},
        paramLabel = "FILE|URL",
        description = "PEM, a JWK or a set of them; such as /.well-known/jwks.json of a server.")
    private @Nullable String place;

    @Option(
        names = "--secret-prompt",
        description = "Ask for the secret of HMAC, without echo; in a pipe: a line of it.")
    private boolean secretPrompt;

    @Mixin private CertificateOptions certificate = new CertificateOptions();

    boolean given() {
      return place != null || secretPrompt;
    }

    /** The text of the file, if there is one. */
    Optional<String> text(RootCommand root, UseCases useCases) throws Failure {
      if (place == null) {
        return Optional.empty();
      }
      Wish wish = certificate.wish(Limits.usual());
      return Optional.of(useCases.jwt().keyText(place, wish, root.context().cancellation()));
    }

    List<JwtKey> read(RootCommand root, UseCases useCases, Optional<String> text) throws Failure {
      if (secretPrompt) {
        char[] typed = SecretQuestion.ask(root.context(), false, "Secret: ", "secret");
        byte[] bytes = new String(typed).getBytes(StandardCharsets.UTF_8);
        Arrays.fill(typed, '\0');
        return List.of(new JwtKey.Secret("", Optional.empty(), bytes));
      }
      return text.isPresent() ? useCases.jwt().keys(text.get()) : List.of();
    }
  }

  /** The token as it was given. */
  String token() throws Failure {
    return token.equals("-") ? BodyText.of("@-", terminal()).shown() : token;
  }

  boolean tokenGiven() {
    return !token.equals("-");
  }
}
