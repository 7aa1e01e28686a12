package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.CeremonyResult;
import dev.touchstone.app.usecase.RegisterCredential;
import dev.touchstone.app.usecase.RemoteUseCases;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code touchstone register} */
@Command(
    name = "register",
    header = "Register a key for a user",
    description = {
      "",
      "Registers it with the relying party inside, and shows each step of WebAuthn Level 3 §7.1"
          + " with its verdict; or with one on a server (--server), which tells its verdict alone.",
      "",
      "It takes the one key that is plugged in, or the virtual key where there is none.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  touchstone register --user ada --label 'blue key'",
      "  touchstone register --user ada --resident-key required",
      "  touchstone register --user ada@example.org --server https://keys.example.org",
      "  touchstone register --user ada --extension '{\"prf\":{}}' --json"
    })
final class RegisterCommand extends TouchstoneCommand {

  @Option(
      names = {"-u", "--user"},
      required = true,
      paramLabel = "NAME",
      description = "Whose key it is; the user is made when there is none of that name.")
  private String user = "";

  @Option(
      names = "--display-name",
      paramLabel = "NAME",
      description = "What screens call the user.")
  private String displayName = "";

  @Option(names = "--label", paramLabel = "TEXT", description = "What lists call the credential.")
  private String label = "";

  @Option(
      names = "--user-verification",
      paramLabel = "WORD",
      completionCandidates = Words.Requirement.class,
      defaultValue = "preferred",
      description = "required, preferred or discouraged (usually ${DEFAULT-VALUE}).")
  private String userVerification = "";

  @Option(
      names = "--resident-key",
      paramLabel = "WORD",
      completionCandidates = Words.Requirement.class,
      defaultValue = "preferred",
      description =
          "Whether the key keeps the credential, for sign-in without a name: required, preferred or"
              + " discouraged (usually ${DEFAULT-VALUE}).")
  private String residentKey = "";

  @Option(
      names = "--attestation",
      paramLabel = "CONVEYANCE",
      completionCandidates = Words.Attestation.class,
      defaultValue = "direct",
      description = "none, indirect, direct or enterprise (usually ${DEFAULT-VALUE}).")
  private String attestation = "";

  @Option(
      names = "--hint",
      paramLabel = "HINT",
      completionCandidates = Words.Hint.class,
      split = ",",
      description = "security-key, client-device or hybrid; may be repeated.")
  private List<String> hints = new ArrayList<>();

  @Option(
      names = "--algorithm",
      paramLabel = "NAME",
      split = ",",
      converter = CoseAlgorithmName.class,
      description =
          "ES256, EdDSA, ES384, another name or a COSE number, best first; may be repeated. Usually"
              + " the relying party's own choice.")
  private List<Integer> algorithms = new ArrayList<>();

  @Option(
      names = {"--extension", "--extensions"},
      paramLabel = "JSON",
      defaultValue = "{\"credProps\":true}",
      description =
          "Inputs of the extensions of WebAuthn Level 3 §9, one JSON object (usually"
              + " ${DEFAULT-VALUE}).")
  private String extensions = "";

  @Option(
      names = {"-v", "--verbose"},
      description = "Show all inputs of all steps, and why each ended as it did.")
  private boolean verbose;

  @Mixin private KeyOptions key = new KeyOptions();
  @Mixin private RelyingPartyOptions relyingParty = new RelyingPartyOptions();
  @Mixin private ServerOptions server = new ServerOptions();
  @Mixin private PersonOptions person = new PersonOptions();

  RegisterCommand(RootCommand root) {
    super(root);
  }

  @Override
  Settings adjusted(Settings settings) {
    return relyingParty.adjust(key.adjust(settings));
  }

  @Override
  int run(UseCases useCases) throws Failure {
    RegistrationRequest ceremony =
        person.describe(
            new RegistrationRequest(
                user,
                displayName,
                label,
                userVerification,
                residentKey,
                attestation,
                hints,
                algorithms,
                extensions));
    Optional<RemoteUseCases.Ceremonies> remote = server.ceremonies(useCases);
    RegisterCredential register =
        remote.isPresent() ? remote.get().register() : useCases.registerCredential();
    CeremonyResult result =
        register.run(
            new RegisterCredential.Request(key.key(), ceremony),
            key.watcher(root.context(), useCases),
            root.context().cancellation());
    return answer(result, verbose);
  }
}
