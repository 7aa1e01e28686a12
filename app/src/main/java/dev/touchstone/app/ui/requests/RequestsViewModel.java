package dev.touchstone.app.ui.requests;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.curl.CurlReader;
import dev.touchstone.app.request.curl.CurlWriter;
import dev.touchstone.app.request.send.Exchange;
import dev.touchstone.app.request.send.Limits;
import dev.touchstone.app.request.send.Wish;
import dev.touchstone.app.request.variable.Extraction;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.SeenTokens;
import dev.touchstone.app.usecase.request.SendRequest;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.inspect.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A request that is written, with its token, and what came of it. */
public final class RequestsViewModel {

  /** What the lower part shows. */
  public sealed interface State {
    record Idle() implements State {}

    record Sending() implements State {}

    /**
     * There is an answer.
     *
     * @param tokens the JWTs in it, spelled out
     */
    record Answered(Exchange exchange, List<Node> tokens) implements State {}

    record Failed(Advice advice) implements State {}
  }

  private final UseCases useCases;
  private final Background background;
  private final RequestForm form = new RequestForm();
  private final TokenChoice tokens;
  private final KeptRequestsViewModel kept;
  private final ReadOnlyObjectWrapper<Optional<RequestEntry>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private Cancellation cancellation = new Cancellation();
  private int latest;

  public RequestsViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
    this.tokens = new TokenChoice(useCases, background, notice::set, this::told);
    this.kept = new KeptRequestsViewModel(useCases, background, this);
  }

  public RequestForm form() {
    return form;
  }

  /** Which token goes along. */
  public TokenChoice tokens() {
    return tokens;
  }

  /** Those that are kept. */
  public KeptRequestsViewModel kept() {
    return kept;
  }

  /** The kept one that is shown. */
  public ReadOnlyObjectProperty<Optional<RequestEntry>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** What was done last, or what was left out of it. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** An empty form. */
  public void begin() {
    stop();
    show(Optional.empty(), Request.of("GET", ""), Map.of(), "");
  }

  void show(RequestEntry entry, Map<String, String> values) {
    show(Optional.of(entry), entry.saved().request(), values, "");
  }

  private void show(
      Optional<RequestEntry> entry, Request request, Map<String, String> values, String told) {
    chosen.set(entry);
    form.show(request, values);
    tokens.clear();
    notice.set(told);
    state.set(new State.Idle());
  }

  /** What is written is kept as this one, or is not kept any more. */
  void isFrom(Optional<RequestEntry> entry) {
    chosen.set(entry);
  }

  void tell(String what) {
    notice.set(what);
  }

  void failed(Exception failure) {
    state.set(new State.Failed(Failures.adviceOn(failure)));
  }

  /** The answer stays in view. */
  void told(Exception failure) {
    notice.set(Failures.adviceOn(failure).paragraph());
  }

  /** Takes a line of curl into the form. */
  public void importCurl(String line) {
    notice.set("");
    try {
      CurlReader.Read read = CurlReader.read(line);
      show(Optional.empty(), read.request(), Map.of(), String.join(" ", read.notes()));
    } catch (Failure e) {
      failed(e);
    }
  }

  /** The form as a line of curl, without what is confidential. */
  public String curl() {
    try {
      return CurlWriter.write(Extraction.of(form.read()).request());
    } catch (Failure e) {
      return "# " + e.advice().happened();
    }
  }

  /** Sends what is in the form. */
  public void send() {
    stop();
    notice.set("");
    int mine = ++latest;
    Cancellation stopping = new Cancellation();
    cancellation = stopping;
    SendRequest.Job job;
    try {
      job = job();
    } catch (Failure e) {
      failed(e);
      return;
    }
    state.set(new State.Sending());
    background.run(
        () -> answered(useCases.requests().send().run(job, stopping)),
        answer -> showIfLatest(mine, answer),
        failure -> showIfLatest(mine, new State.Failed(Failures.adviceOn(failure))));
  }

  /** Stops what is under way. */
  public void stop() {
    cancellation.cancel();
  }

  private void showIfLatest(int which, State shown) {
    if (which == latest) {
      state.set(shown);
    }
  }

  private SendRequest.Job job() throws Failure {
    Request request = form.read();
    Map<String, String> values = form.values();
    return new SendRequest.Job(
        request,
        chosen.get().map(RequestEntry::collection),
        values,
        tokens.bearer(request, values),
        new Wish(Optional.empty(), form.uncheckedProperty().get(), Limits.usual()));
  }

  private State answered(Exchange exchange) throws Failure {
    List<Node> seen = new ArrayList<>();
    for (SeenTokens.Seen token : SeenTokens.in(exchange.answer())) {
      SeenTokens.decoded(token, useCases.inspectData()::run)
          .ifPresent(it -> seen.add(it.tree().named(token.where())));
    }
    return new State.Answered(exchange, seen);
  }
}
