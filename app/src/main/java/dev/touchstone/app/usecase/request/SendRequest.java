package dev.touchstone.app.usecase.request;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.remote.RemoteServer;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.collection.Collection;
import dev.touchstone.app.request.collection.CollectionFolder;
import dev.touchstone.app.request.send.Exchange;
import dev.touchstone.app.request.send.Sender;
import dev.touchstone.app.request.send.Wish;
import dev.touchstone.app.request.variable.Filling;
import dev.touchstone.app.request.variable.Template;
import dev.touchstone.app.request.variable.Value;
import dev.touchstone.app.request.variable.Variables;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.key.trace.Recorder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Fills a request in and sends it. */
public final class SendRequest {

  private final Sender sender;
  private final CollectionFolder collections;
  private final RequestSecrets secrets;
  private final Servers servers;
  private final Supplier<Optional<Recorder>> recorder;

  SendRequest(
      Sender sender,
      CollectionFolder collections,
      RequestSecrets secrets,
      Servers servers,
      Supplier<Optional<Recorder>> recorder) {
    this.sender = sender;
    this.collections = collections;
    this.secrets = secrets;
    this.servers = servers;
    this.recorder = recorder;
  }

  /** The servers that are kept, for their pins. */
  @FunctionalInterface
  public interface Servers {
    List<RemoteServer> list() throws Failure;
  }

  /**
   * What is to be sent.
   *
   * @param request with variables
   * @param collection whose variables and secrets count
   * @param values that come before those
   * @param bearer goes into {@code Authorization}, in the place of what is there
   */
  public record Job(
      Request request,
      Optional<String> collection,
      Map<String, String> values,
      Optional<Bearer> bearer,
      Wish wish) {

    /** One without variables of its own and without a token. */
    public static Job of(Request request) {
      return new Job(request, Optional.empty(), Map.of(), Optional.empty(), Wish.usual());
    }
  }

  /**
   * Sends it. What a server refuses is an answer too.
   *
   * @throws Failure if a variable has no value, a secret would go where it does not belong, it
   *     cannot be sent, or there is no answer
   */
  public Exchange run(Job job, Cancellation cancellation) throws Failure {
    Request filled = filled(job);
    Wish wish = pinned(job.wish(), filled);
    try {
      Exchange exchange = sender.send(filled, wish, cancellation);
      recorded(ExchangeWords.of(exchange));
      return exchange;
    } catch (Failure e) {
      recorded(ExchangeWords.of(filled, e.advice()));
      throw e;
    }
  }

  /**
   * The request as it would be sent, tokens included.
   *
   * @throws Failure as {@link #run}, before anything is sent
   */
  public Request filled(Job job) throws Failure {
    Request request = job.request();
    if (job.bearer().isPresent()) {
      request = request.with("Authorization", "Bearer " + Template.of(RequestAdvice.BEARER));
    }
    return Filling.of(request, variables(job));
  }

  private Variables variables(Job job) throws Failure {
    Variables bearer =
        name ->
            name.equals(RequestAdvice.BEARER)
                ? job.bearer().map(it -> new Value(it.text(), Optional.of(it.only())))
                : Optional.empty();
    Map<String, String> kept = Map.of();
    if (job.collection().isPresent()) {
      kept = collections.named(job.collection().get()).map(Collection::variables).orElse(kept);
    }
    return bearer
        .or(Variables.of(job.values()))
        .or(Variables.of(kept))
        .or(name -> secrets.find(job.collection(), name));
  }

  /** The certificate that is pinned for a server is pinned for requests to it as well. */
  private Wish pinned(Wish wish, Request filled) throws Failure {
    if (wish.pin().isPresent() || wish.unchecked()) {
      return wish;
    }
    Origin origin = Origin.of(Address.read(filled.url()).uri());
    for (RemoteServer server : servers.list()) {
      if (server.pin().isPresent() && Origin.of(server.address()).equals(origin)) {
        return new Wish(server.pin(), false, wish.limits());
      }
    }
    return wish;
  }

  private void recorded(String sentence) {
    recorder.get().ifPresent(it -> it.requestSent(sentence));
  }
}
