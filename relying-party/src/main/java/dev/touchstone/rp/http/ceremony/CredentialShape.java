package dev.touchstone.rp.http.ceremony;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.http.problem.Refused;
import java.util.Base64;
import java.util.List;

/**
 * The shape of a {@code RegistrationResponseJSON} or {@code AuthenticationResponseJSON} (WebAuthn
 * Level 3 §5.1), so that a client learns which member it writes wrongly before a challenge is
 * spent. Members that are unknown are left alone: clients send more every year.
 */
public final class CredentialShape {

  /** WebAuthn Level 3 §5.1, "credential id". */
  private static final int LONGEST_ID = 1023;

  private final String pointer;
  private final ObjectNode credential;

  private CredentialShape(String pointer, ObjectNode credential) {
    this.pointer = pointer;
    this.credential = credential;
  }

  /**
   * Checks the response to a registration.
   *
   * @param pointer to it in the body (RFC 6901); empty if it is all of it
   * @throws Refused with the member that is wrong
   */
  public static void checkRegistration(String pointer, ObjectNode credential) throws Refused {
    new CredentialShape(pointer, credential).check(List.of("clientDataJSON", "attestationObject"));
  }

  /**
   * Checks the response to a sign-in.
   *
   * @param pointer to it in the body (RFC 6901); empty if it is all of it
   * @throws Refused with the member that is wrong
   */
  public static void checkAuthentication(String pointer, ObjectNode assertion) throws Refused {
    new CredentialShape(pointer, assertion)
        .check(List.of("clientDataJSON", "authenticatorData", "signature"));
  }

  private void check(List<String> members) throws Refused {
    JsonNode id = credential.path("id");
    int length = base64url("/id", id);
    if (length > LONGEST_ID) {
      throw refused("/id", "is longer than the %d bytes of a credential id".formatted(LONGEST_ID));
    }
    if (credential.hasNonNull("rawId") && !credential.path("rawId").equals(id)) {
      throw refused("/rawId", "differs from id");
    }
    if (!credential.path("type").asText().equals("public-key")) {
      throw refused("/type", "has to be public-key");
    }
    JsonNode response = credential.path("response");
    for (String member : members) {
      base64url("/response/" + member, response.path(member));
    }
    if (response.hasNonNull("userHandle")) {
      base64url("/response/userHandle", response.path("userHandle"));
    }
  }

  /** Base64url without padding, as WebAuthn Level 3 §3 has it. */
  private int base64url(String at, JsonNode node) throws Refused {
    if (node.isMissingNode() || node.isNull()) {
      throw refused(at, "is missing");
    }
    if (!node.isTextual()) {
      throw refused(at, "has to be text");
    }
    String text = node.textValue();
    if (text.isEmpty() || text.indexOf('=') >= 0) {
      throw refused(at, "has to be base64url without padding");
    }
    try {
      return Base64.getUrlDecoder().decode(text).length;
    } catch (IllegalArgumentException e) {
      throw refused(at, "has to be base64url without padding");
    }
  }

  private Refused refused(String at, String reason) {
    return Refused.field(pointer + at, reason);
  }
}
