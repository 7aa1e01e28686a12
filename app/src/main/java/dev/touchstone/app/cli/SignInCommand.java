package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.RemoteUseCases;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CounterPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone sign-in} */
@Command(
    name = "sign-in",
    header = "Sign in with a registered key",
    description = {
      "",
      "Shows each step of WebAuthn Level 3 §7.2 with its verdict. Without --user the key says who"
          + " it is, by a discoverable credential.",
      "",
      "It takes the one key that is plugged in, or the virtual key where there is none.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone sign-in --user ada",
      "  touchstone sign-in                     whoever the key knows",
      "  touchstone sign-in --user ada@example.org --server https://keys.example.org",
      "  touchstone sign-in --user ada --counter-policy warn --json"
    })
final class SignInCommand extends TouchstoneCommand {

  @Option(
      names = {"-u", "--user"},
      paramLabel = "NAME",
      description = "Who signs in. Without it, the key tells.")
  private @Nullable String user;

  @Option(
      names = "--user-verification",
      paramLabel = "WORD",
      completionCandidates = Words.Requirement.class,
      defaultValue = "preferred",
      description = "required, preferred or discouraged (usually ${DEFAULT-VALUE}).")
  private String userVerification = "";

  @Option(
      names = "--hint",
      paramLabel = "HINT",
      completionCandidates = Words.Hint.class,
      split = ",",
      description = "security-key, client-device or hybrid; may be repeated.")
  private List<String> hints = new ArrayList<>();

  @Option(
      names = {"--extension", "--extensions"},
      paramLabel = "JSON",
      defaultValue = "{}",
      description = "Inputs of the extensions of WebAuthn Level 3 §9, one JSON object.")
  private String extensions = "";

  @Option(
      names = "--counter-policy",
      paramLabel = "POLICY",
      completionCandidates = Words.Policy.class,
      description =
          "What becomes of a signature counter that did not go up: accept, warn or refuse. Usually"
              + " counter-policy in settings.properties, or refuse.")
  private @Nullable CounterPolicy counterPolicy;

  @Option(
      names = {"-v", "--verbose"},
      description = "Show all inputs of all steps, and why each ended as it did.")
  private boolean verbose;

  @Mixin private KeyOptions key = new KeyOptions();
  @Mixin private RelyingPartyOptions relyingParty = new RelyingPartyOptions();
  @Mixin private ServerOptions server = new ServerOptions();

  SignInCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    Settings chosen = relyingParty.adjust(key.adjust(settings));
    return counterPolicy == null ? chosen : chosen.withCounterPolicy(counterPolicy);
  }

  @Override
  int run(UseCases useCases) throws Failure {
    AuthenticationRequest ceremony =
        new AuthenticationRequest(Optional.ofNullable(user), userVerification, hints, extensions);
    Optional<RemoteUseCases.Ceremonies> remote = server.ceremonies(useCases);
    SignIn signIn = remote.isPresent() ? remote.get().signIn() : useCases.signIn();
    CeremonyResult result =
        signIn.run(
            new SignIn.Request(key.key(), ceremony),
            key.watcher(root.context(), useCases),
            root.context().cancellation());
    return answer(result, verbose);
  }
}
