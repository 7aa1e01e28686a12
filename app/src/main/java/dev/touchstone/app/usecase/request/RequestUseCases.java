package dev.touchstone.app.usecase.request;

import dev.touchstone.app.request.collection.CollectionFolder;
import dev.touchstone.app.request.send.Sender;
import dev.touchstone.app.usecase.audit.SettingsTrail;
import dev.touchstone.key.trace.Recorder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything a front end can do with requests. */
public final class RequestUseCases {

  private final CollectionFolder collections;
  private final RequestSecrets secrets;
  private final SendRequest send;

  /**
   * For the collections of a data folder.
   *
   * @param vault opened when a secret is needed, and not before
   */
  public RequestUseCases(
      Path data,
      SendRequest.Servers servers,
      RequestSecrets.Vault vault,
      Supplier<Optional<Recorder>> recorder,
      SettingsTrail trail) {
    this.collections = new CollectionFolder(data);
    this.secrets = new RequestSecrets(vault, trail);
    this.send =
        new SendRequest(new Sender(System::nanoTime), collections, secrets, servers, recorder);
  }

  public SendRequest send() {
    return send;
  }

  public KeepRequests keep() {
    return new KeepRequests(collections, secrets);
  }

  public RequestSecrets secrets() {
    return secrets;
  }
}
