package dev.touchstone.app.cli;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.variable.Value;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.usecase.RemoteUseCases;
import dev.touchstone.app.usecase.SignIn;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.Bearer;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which token goes along. None of them is an option's value: others see command lines. */
final class BearerOptions {

  @Option(
      names = "--token-from",
      paramLabel = "SECRET",
      description = "Send the token that is kept under this name ('request secret').")
  private @Nullable String tokenFrom;

  @Option(
      names = "--token-prompt",
      description = "Ask for the token, without echo; in a pipe: the first line of standard input.")
  private boolean tokenPrompt;

  @Option(
      names = "--sign-in",
      paramLabel = "USER",
      description =
          "Sign in at the server with a key, and send the access token that it gives out; '' lets"
              + " the key tell who it is.")
  private @Nullable String signIn;

  @Mixin private KeyOptions key = new KeyOptions();

  Settings adjust(Settings settings) {
    return key.adjust(settings);
  }

  /**
   * The token.
   *
   * @param url where the request goes, without variables
   */
  Optional<Bearer> bearer(
      RootCommand root, UseCases useCases, Optional<String> collection, String url) throws Failure {
    int chosen = (tokenFrom == null ? 0 : 1) + (tokenPrompt ? 1 : 0) + (signIn == null ? 0 : 1);
    if (chosen > 1) {
      throw RequestAdvice.usage(
          "Only one token can go along.", "Choose --token-from, --token-prompt or --sign-in.", "");
    }
    if (chosen == 0) {
      return Optional.empty();
    }
    URI uri = Address.read(url).uri();
    if (tokenFrom != null) {
      return Optional.of(kept(useCases, collection, tokenFrom));
    }
    return Optional.of(tokenPrompt ? asked(root, Origin.of(uri)) : minted(root, useCases, uri));
  }

  private static Bearer kept(UseCases useCases, Optional<String> collection, String name)
      throws Failure {
    Value value =
        useCases
            .requests()
            .secrets()
            .find(collection, name)
            .orElseThrow(() ->
                RequestAdvice.usage(
                    "No secret is kept under the name '%s'.".formatted(name),
                    "Keep one: touchstone request secret %s --for ORIGIN.".formatted(name),
                    ""));
    return new Bearer(value.text(), value.only().orElseThrow());
  }

  private static Bearer asked(RootCommand root, Origin origin) throws Failure {
    char[] token = SecretQuestion.ask(root.context(), false, "Token: ", "token");
    try {
      return new Bearer(new String(token).strip(), origin);
    } finally {
      Arrays.fill(token, '\0');
    }
  }

  private Bearer minted(RootCommand root, UseCases useCases, URI uri) throws Failure {
    return useCases
        .mintToken()
        .run(
            server(useCases.remote(), Origin.of(uri)),
            new SignIn.Request(
                key.key(),
                new AuthenticationRequest(
                    Optional.ofNullable(signIn).filter(it -> !it.isEmpty()),
                    "preferred",
                    List.of(),
                    "{}")),
            false,
            key.watcher(root.context(), useCases),
            root.context().cancellation())
        .bearer();
  }

  /** The one that is kept for this origin, with its pin; or whoever is there. */
  private static RemoteServer server(RemoteUseCases remote, Origin origin) throws Failure {
    for (RemoteServer kept : remote.list()) {
      if (Origin.of(kept.address()).equals(origin)) {
        return kept;
      }
    }
    return remote.find(origin.toString(), RemoteServer.Api.TOUCHSTONE, Optional.empty());
  }
}
