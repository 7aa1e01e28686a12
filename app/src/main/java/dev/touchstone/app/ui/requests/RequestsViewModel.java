package dev.touchstone.app.ui.requests;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.request.Address;
import dev.touchstone.app.request.Origin;
import dev.touchstone.app.request.Request;
import dev.touchstone.app.request.RequestAdvice;
import dev.touchstone.app.request.collection.CollectionFolder;
import dev.touchstone.app.request.curl.CurlReader;
import dev.touchstone.app.request.curl.CurlWriter;
import dev.touchstone.app.request.send.Exchange;
import dev.touchstone.app.request.send.Limits;
import dev.touchstone.app.request.send.Wish;
import dev.touchstone.app.request.variable.Extraction;
import dev.touchstone.app.request.variable.Filling;
import dev.touchstone.app.request.variable.Value;
import dev.touchstone.app.request.variable.Variables;
import dev.touchstone.app.ui.kit.Background;
import dev.touchstone.app.ui.kit.Failures;
import dev.touchstone.app.usecase.UseCases;
import dev.touchstone.app.usecase.request.Bearer;
import dev.touchstone.app.usecase.request.KeepRequests;
import dev.touchstone.app.usecase.request.SeenTokens;
import dev.touchstone.app.usecase.request.SendRequest;
import dev.touchstone.key.session.Cancellation;
import dev.touchstone.rp.inspect.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A request that is written, what came of it, and those that are kept. */
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

  /** What would be lost, shown before it is. */
  public sealed interface Question {
    record Delete(RequestEntry entry) implements Question {}

    record Replace(KeepRequests.Preview preview) implements Question {}
  }

  private final UseCases useCases;
  private final Background background;
  private final RequestForm form = new RequestForm();
  private final ObservableList<RequestEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<String> secrets = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<RequestEntry>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
  private Cancellation cancellation = new Cancellation();
  private int latest;

  public RequestsViewModel(UseCases useCases, Background background) {
    this.useCases = useCases;
    this.background = background;
  }

  public RequestForm form() {
    return form;
  }

  public ObservableList<RequestEntry> entries() {
    return entries;
  }

  public ReadOnlyObjectProperty<Optional<RequestEntry>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Names of the secrets that are kept, once they were asked for. */
  public ObservableList<String> secrets() {
    return secrets;
  }

  /** Lists the secrets; opens the database. */
  public void listSecrets() {
    background.run(
        () -> useCases.requests().secrets().names(),
        names -> {
          List<String> all = new ArrayList<>(List.of(""));
          all.addAll(names);
          if (!all.equals(secrets)) {
            secrets.setAll(all);
          }
        },
        this::told);
  }

  /** What was done last, or what was left out of it. */
  public ReadOnlyStringProperty noticeProperty() {
    return notice.getReadOnlyProperty();
  }

  /** Reads the collections anew. */
  public void refresh() {
    background.run(
        () -> useCases.requests().keep().list(),
        this::listed,
        failure -> state.set(new State.Failed(Failures.adviceOn(failure))));
  }

  private void listed(CollectionFolder.Listing listing) {
    List<RequestEntry> all = new ArrayList<>();
    listing
        .collections()
        .forEach(it -> it.requests().forEach(saved -> all.add(new RequestEntry(it.name(), saved))));
    entries.setAll(all);
    if (!listing.damaged().isEmpty()) {
      notice.set(String.join(" ", listing.damaged()));
    }
    chosen.set(chosen.get().flatMap(before -> found(before.path())));
  }

  private Optional<RequestEntry> found(String path) {
    return entries.stream().filter(it -> it.path().equals(path)).findFirst();
  }

  /** An empty form. */
  public void begin() {
    stop();
    chosen.set(Optional.empty());
    form.show(Request.of("GET", ""), Map.of());
    notice.set("");
    state.set(new State.Idle());
  }

  /** Shows one that is kept. */
  public void choose(RequestEntry entry) {
    if (chosen.get().filter(entry::equals).isPresent()) {
      return;
    }
    stop();
    background.run(
        () -> useCases.requests().keep().collection(entry.collection()).variables(),
        values -> {
          chosen.set(Optional.of(entry));
          form.show(entry.saved().request(), values);
          notice.set("");
          state.set(new State.Idle());
        },
        failure -> state.set(new State.Failed(Failures.adviceOn(failure))));
  }

  /** Takes a line of curl into the form. */
  public void importCurl(String line) {
    notice.set("");
    try {
      CurlReader.Read read = CurlReader.read(line);
      chosen.set(Optional.empty());
      form.show(read.request(), Map.of());
      notice.set(String.join(" ", read.notes()));
      state.set(new State.Idle());
    } catch (Failure e) {
      state.set(new State.Failed(e.advice()));
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
      state.set(new State.Failed(e.advice()));
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
        bearer(request, values),
        new Wish(Optional.empty(), form.uncheckedProperty().get(), Limits.usual()));
  }

  private Optional<Bearer> bearer(Request request, Map<String, String> values) throws Failure {
    String token = form.tokenProperty().get().strip();
    String secret = form.secretProperty().get();
    if (token.isEmpty() && secret != null && !secret.isEmpty()) {
      Value value =
          useCases
              .requests()
              .secrets()
              .find(Optional.empty(), secret)
              .orElseThrow(() ->
                  RequestAdvice.usage(
                      "No secret is kept under the name '%s'.".formatted(secret),
                      "Choose another one.",
                      ""));
      return value.only().map(it -> new Bearer(value.text(), it));
    }
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Request address = Request.of("GET", request.url());
    Origin origin = Origin.of(Address.read(Filling.of(address, Variables.of(values)).url()).uri());
    if (!origin.isEncrypted() && !origin.isLocal()) {
      throw RequestAdvice.usage(
          "A token for %s would be sent without encryption.".formatted(origin),
          "Use https://; plain http is for this computer alone.",
          "RFC 6750 §5.3");
    }
    return Optional.of(new Bearer(token, origin));
  }

  private State answered(Exchange exchange) throws Failure {
    List<Node> tokens = new ArrayList<>();
    for (SeenTokens.Seen seen : SeenTokens.in(exchange.answer())) {
      SeenTokens.decoded(seen, useCases.inspectData()::run)
          .ifPresent(it -> tokens.add(it.tree().named(seen.where())));
    }
    return new State.Answered(exchange, tokens);
  }

  /** Keeps what is in the form; asks before another of the same name is replaced. */
  public void save(String collection, String name) {
    boolean itself =
        chosen.get().filter(it -> it.path().equals(collection + "/" + name)).isPresent();
    background.run(
        () -> useCases.requests().keep().preview(collection, name, form.read()),
        preview -> {
          if (preview.replaces() && !itself) {
            question.set(Optional.of(new Question.Replace(preview)));
          } else {
            keep(preview);
          }
        },
        this::told);
  }

  private void keep(KeepRequests.Preview preview) {
    background.run(
        () -> {
          KeepRequests keep = useCases.requests().keep();
          Map<String, String> values = form.values();
          if (!values.isEmpty() || chosen.get().isPresent()) {
            Set<String> gone = new LinkedHashSet<>(before(keep, preview.collection()));
            gone.removeAll(values.keySet());
            keep.set(preview.collection(), values, gone);
          }
          keep.keep(preview, false);
          return keep.list();
        },
        listing -> {
          listed(listing);
          chosen.set(found(preview.collection() + "/" + preview.name()));
          notice.set(
              preview.taken().isEmpty()
                  ? "Kept."
                  : "Kept without what others could use: {{%s}}."
                      .formatted(String.join("}}, {{", preview.taken().keySet())));
        },
        this::told);
  }

  /** The answer stays in view. */
  private void told(Exception failure) {
    notice.set(Failures.adviceOn(failure).paragraph());
  }

  private Set<String> before(KeepRequests keep, String collection) throws Failure {
    boolean shown = chosen.get().filter(it -> it.collection().equals(collection)).isPresent();
    return shown ? keep.collection(collection).variables().keySet() : Set.of();
  }

  /** Asks whether the chosen one is to be deleted. */
  public void delete() {
    chosen.get().ifPresent(it -> question.set(Optional.of(new Question.Delete(it))));
  }

  /** Does what was asked about. */
  public void confirm() {
    Optional<Question> asked = question.get();
    question.set(Optional.empty());
    asked.ifPresent(it -> {
      switch (it) {
        case Question.Replace(var preview) -> keep(preview);
        case Question.Delete(var entry) -> delete(entry);
      }
    });
  }

  /** Leaves it as it is. */
  public void leave() {
    question.set(Optional.empty());
  }

  private void delete(RequestEntry entry) {
    background.run(
        () -> {
          useCases.requests().keep().delete(entry.collection(), entry.saved().name());
          return useCases.requests().keep().list();
        },
        listing -> {
          begin();
          listed(listing);
          notice.set("Deleted %s.".formatted(entry.path()));
        },
        failure -> state.set(new State.Failed(Failures.adviceOn(failure))));
  }
}
