package dev.touchstone.app.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.party.Party;
import dev.touchstone.app.remote.JsonLink.Answer;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;

/**
 * A server that speaks the API of the FIDO Alliance's server requirements: {@code
 * /attestation/options} and the three others. Which ceremony an answer belongs to, it tells by a
 * cookie.
 */
final class ConformanceParty implements Party {

  private final RemoteServer server;
  private final JsonLink link;

  ConformanceParty(RemoteServer server) {
    this.server = server;
    this.link = new JsonLink(server);
  }

  @Override
  public Asked register(RegistrationRequest request) throws Failure {
    String shown = request.displayName().isBlank() ? request.userName() : request.displayName();
    ObjectNode body =
        JsonLink.MAPPER
            .createObjectNode()
            .put("username", request.userName())
            .put("displayName", shown)
            .put("attestation", request.attestation());
    body.putObject("authenticatorSelection")
        .put("residentKey", request.residentKey())
        .put("requireResidentKey", request.residentKey().equals("required"))
        .put("userVerification", request.userVerification());
    body.set("extensions", extensions(request.extensionsJson()));
    return asked(CeremonyKind.REGISTRATION, "/attestation/options", body, "/attestation/result");
  }

  @Override
  public Asked signIn(AuthenticationRequest request) throws Failure {
    ObjectNode body = JsonLink.MAPPER.createObjectNode();
    request.userName().ifPresent(it -> body.put("username", it));
    body.put("userVerification", request.userVerification());
    body.set("extensions", extensions(request.extensionsJson()));
    return asked(CeremonyKind.AUTHENTICATION, "/assertion/options", body, "/assertion/result");
  }

  private Asked asked(CeremonyKind kind, String options, ObjectNode body, String result)
      throws Failure {
    Answer answer = link.post(options, body);
    if (!isOk(answer)) {
      throw RemoteAdvice.refused(server.address(), answer.status(), answer.words());
    }
    ObjectNode asked = answer.json().deepCopy();
    asked.remove("status");
    asked.remove("errorMessage");
    return new RemoteAsked(asked.toString(), response -> judged(kind, result, response));
  }

  private Verdict judged(CeremonyKind kind, String path, String response) throws Failure {
    ObjectNode body = SentResponse.of(response);
    // the older name of the member, which this API kept
    body.set("getClientExtensionResults", body.path("clientExtensionResults"));
    Answer answer = link.post(path, body);
    return isOk(answer)
        ? RemoteVerdict.of(kind, true, "The server says ok.")
        : RemoteVerdict.refused(kind, answer);
  }

  private static boolean isOk(Answer answer) {
    return answer.isSuccess() && answer.json().path("status").asText().equals("ok");
  }

  private static JsonNode extensions(String json) throws Failure {
    try {
      return JsonLink.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw RemoteAdvice.extensions(e);
    }
  }

  @Override
  public void close() {
    link.close();
  }
}
