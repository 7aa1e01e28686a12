package dev.touchstone.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.jwt.Forgery;
import dev.touchstone.app.jwt.Jwt;
import dev.touchstone.app.jwt.JwtAlgorithm;
import dev.touchstone.app.jwt.JwtKey;
import dev.touchstone.app.jwt.JwtSigner;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.jwt.JwtWorkshop;
import dev.touchstone.rp.file.OwnersFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone jwt sign} */
@Command(
    name = "sign",
    header = "Change a token, or begin one, and sign it: well, or badly to test a server",
    description = {
      "",
      "Without a key one is made for the occasion; its private half is written where --key-out"
          + " says, and otherwise forgotten. Only the token is printed.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone jwt sign --new --claim sub=ada --expires-in 300 --key key.pem",
      "  touchstone jwt sign eyJ... --forge none",
      "  touchstone jwt sign eyJ... --forge hmac-public-key --key https://host/jwks.json",
      "  touchstone jwt sign --forge list",
    })
final class JwtSignCommand extends JwtTokenCommand {

  @Mixin private Keys keys = new Keys();

  @Option(names = "--new", description = "Begin a token instead of changing one.")
  private boolean blank;

  @Option(
      names = "--claim",
      paramLabel = "NAME=VALUE",
      description = "Set a claim: JSON, or else a text; may be repeated.")
  private Map<String, String> claims = new LinkedHashMap<>();

  @Option(names = "--remove-claim", paramLabel = "NAME", description = "Take a claim away.")
  private List<String> removed = new ArrayList<>();

  @Option(
      names = "--header",
      paramLabel = "NAME=VALUE",
      description = "Set a member of the header, such as kid or jku.")
  private Map<String, String> header = new LinkedHashMap<>();

  @Option(
      names = "--expires-in",
      paramLabel = "SECONDS",
      description = "Set iat to now and exp so much later; negative for one that has expired.")
  private @Nullable Long expiresIn;

  @Option(
      names = "--alg",
      paramLabel = "ALG",
      completionCandidates = Words.JwtAlgorithms.class,
      description = "Such as ES256; usually the key's.")
  private @Nullable String algorithm;

  @Option(
      names = "--forge",
      paramLabel = "HOW",
      completionCandidates = Words.Forgeries.class,
      description = "Sign badly; list names the ways.")
  private @Nullable String forge;

  @Option(
      names = "--key-out",
      paramLabel = "FILE",
      description = "Write the private key that was made into a new file, for you alone.")
  private @Nullable Path keyOut;

  JwtSignCommand(RootCommand root) {
    super(root);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    if ("list".equals(forge)) {
      answer(_ -> JwtDocuments.forgeries(), forgeries());
      return ExitCode.DONE;
    }
    JwtWorkshop workshop = useCases.jwt();
    Jwt jwt = blank ? workshop.blank() : workshop.read(token());
    JwtWorkshop.Edits edits =
        new JwtWorkshop.Edits(
            header,
            claims,
            new LinkedHashSet<>(removed),
            Optional.ofNullable(expiresIn).map(Duration::ofSeconds));
    ObjectNode newHeader = workshop.header(jwt, edits);
    ObjectNode newClaims = workshop.claims(jwt, edits);
    JwtSigner.Signed signed = workshop.sign(jwt, newHeader, newClaims, signing(useCases));
    keepKey(signed);
    answer(_ -> JwtDocuments.signed(signed), List.of(signed.compact()));
    return ExitCode.DONE;
  }

  private JwtWorkshop.Signing signing(UseCases useCases) throws Failure {
    Optional<Forgery> forgery = forgery();
    Optional<String> text = keys.text(root, useCases);
    List<JwtKey> read = forgery.isPresent() ? List.of() : keys.read(root, useCases, text);
    if (read.size() > 1) {
      throw RequestAdvice.usage(
          "The file holds %d keys.".formatted(read.size()), "Sign with a file of one key.", "");
    }
    return new JwtWorkshop.Signing(algorithm(), read.stream().findFirst(), text, forgery);
  }

  private Optional<JwtAlgorithm> algorithm() throws Failure {
    if (algorithm == null) {
      return Optional.empty();
    }
    String word = algorithm;
    return Optional.of(
        Arrays.stream(JwtAlgorithm.values())
            .filter(it -> it.word().equalsIgnoreCase(word))
            .findFirst()
            .orElseThrow(() ->
                RequestAdvice.usage(
                    "'%s' is no algorithm.".formatted(word),
                    "One of " + String.join(", ", new Words.JwtAlgorithms()) + ".",
                    "RFC 7518 §3.1")));
  }

  private Optional<Forgery> forgery() throws Failure {
    if (forge == null) {
      return Optional.empty();
    }
    String word = forge;
    return Optional.of(
        Arrays.stream(Forgery.values())
            .filter(it -> it.word().equals(word))
            .findFirst()
            .orElseThrow(() ->
                RequestAdvice.usage(
                    "'%s' is no way to sign badly.".formatted(word),
                    "'touchstone jwt sign --forge list' names them.",
                    "")));
  }

  private List<String> forgeries() {
    Table table = new Table("HOW", "WHAT IT IS").yielding("WHAT IT IS");
    for (Forgery forgery : Forgery.values()) {
      table.row(forgery.word(), forgery.sentence());
    }
    return table.lines(terminal().sheet());
  }

  private void keepKey(JwtSigner.Signed signed) throws Failure {
    if (keyOut == null) {
      return;
    }
    Optional<String> pem = signed.privatePem();
    if (pem.isEmpty()) {
      throw RequestAdvice.usage(
          "No key was made that could be written.", "Leave --key-out or the key away.", "");
    }
    try {
      if (!OwnersFile.create(
          keyOut.toAbsolutePath(), pem.get().getBytes(StandardCharsets.US_ASCII))) {
        throw RequestAdvice.usage(
            "The file %s is there already.".formatted(keyOut), "Name a new one.", "");
      }
    } catch (IOException e) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "The key cannot be written to %s.".formatted(keyOut),
              "Key and token are forgotten.",
              "Check the folder and the space that is left.",
              ""),
          e);
    }
  }
}
