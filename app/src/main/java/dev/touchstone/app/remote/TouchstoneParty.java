package dev.touchstone.app.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.party.Party;
import dev.touchstone.app.remote.JsonLink.Answer;
import dev.touchstone.rp.account.Profile;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** A server that speaks our own API: {@code /register/begin} and the three others. */
final class TouchstoneParty implements Party {

  private final RemoteServer server;
  private final JsonLink link;
  private final boolean refreshable;
  private final Consumer<IssuedTokens> tokens;

  TouchstoneParty(RemoteServer server, boolean refreshable, Consumer<IssuedTokens> tokens) {
    this.server = server;
    this.refreshable = refreshable;
    this.tokens = tokens;
    this.link = new JsonLink(server);
  }

  @Override
  public Asked register(RegistrationRequest request) throws Failure {
    String email = request.profile().email().orElse(request.userName());
    ObjectNode begin = JsonLink.MAPPER.createObjectNode().put("email", email);
    describe(request.profile(), begin);
    if (!request.label().isEmpty()) {
      begin.put("label", request.label());
    }
    Begun begun = begin("/register/begin", begin);
    return begun.answeredBy(response -> {
      ObjectNode complete = JsonLink.MAPPER.createObjectNode().put("email", email);
      complete.set("credential", SentResponse.of(response));
      return complete(
          CeremonyKind.REGISTRATION, "/register/complete", begun.with(complete), "Registered: ");
    });
  }

  @Override
  public Asked signIn(AuthenticationRequest request) throws Failure {
    ObjectNode begin = JsonLink.MAPPER.createObjectNode();
    request.userName().ifPresent(it -> begin.put("email", it));
    Begun begun = begin("/login/begin", begin);
    return begun.answeredBy(response -> {
      ObjectNode complete = JsonLink.MAPPER.createObjectNode();
      request.userName().ifPresent(it -> complete.put("email", it));
      if (refreshable) {
        complete.put("scope", "offline_access");
      }
      complete.set("assertion", SentResponse.of(response));
      return complete(
          CeremonyKind.AUTHENTICATION, "/login/complete", begun.with(complete), "Signed in: ");
    });
  }

  /** What the server asked, and the token by which it knows its question again. */
  private record Begun(String optionsJson, Optional<String> token) {

    ObjectNode with(ObjectNode body) {
      token.ifPresent(it -> body.put("challenge_token", it));
      return body;
    }

    Asked answeredBy(RemoteAsked.Judge judge) {
      return new RemoteAsked(optionsJson, judge);
    }
  }

  private Begun begin(String path, ObjectNode body) throws Failure {
    Answer answer = link.post(path, body);
    if (!answer.isSuccess()) {
      throw RemoteAdvice.refused(server.address(), answer.status(), answer.words());
    }
    if (!(answer.json().get("publicKey") instanceof ObjectNode options)) {
      throw new Failure(
          new Advice(
              Advice.Kind.FAILED,
              "The answer of %s holds no 'publicKey' with options.".formatted(server.at(path)),
              "",
              "Check which API the server speaks (--api touchstone or conformance).",
              ""));
    }
    return new Begun(
        options.toString(), Optional.ofNullable(answer.json().path("challenge_token").textValue()));
  }

  private Verdict complete(CeremonyKind kind, String path, ObjectNode body, String done)
      throws Failure {
    Answer answer = link.post(path, body);
    if (!answer.isSuccess()) {
      return RemoteVerdict.refused(kind, answer);
    }
    RemoteTokens.read(answer.json()).ifPresent(tokens);
    ObjectNode user =
        answer.json().get("user") instanceof ObjectNode inside ? inside : answer.json();
    return RemoteVerdict.of(kind, true, done + RemoteVerdict.name(user) + ".");
  }

  private static void describe(Profile profile, ObjectNode json) {
    json.put("first_name", profile.firstName());
    json.put("last_name", profile.lastName());
    profile.dateOfBirth().map(LocalDate::toString).ifPresent(it -> json.put("date_of_birth", it));
    json.put("job_title", profile.jobTitle());
  }

  @Override
  public void close() {
    link.close();
  }
}
