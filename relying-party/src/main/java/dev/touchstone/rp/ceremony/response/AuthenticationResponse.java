package dev.touchstone.rp.ceremony.response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.failure.RelyingPartyException.ResponseMalformed;
import java.util.Optional;

/**
 * An {@code AuthenticationResponseJSON} (WebAuthn Level 3 §5.1).
 *
 * @param id credential id
 * @param type as the client told it
 * @param clientDataJson as the client hashed it
 * @param authenticatorData §6.1
 * @param signature over authenticator data and the hash of the client data
 * @param userHandle where the key told one
 * @param clientExtensionResults empty where the client sent none
 */
public record AuthenticationResponse(
    Bytes id,
    String type,
    Bytes clientDataJson,
    Bytes authenticatorData,
    Bytes signature,
    Optional<Bytes> userHandle,
    Optional<ObjectNode> clientExtensionResults) {

  /**
   * Reads it from JSON.
   *
   * @throws ResponseMalformed if a required member is missing or not base64url
   */
  public static AuthenticationResponse parse(String text) throws ResponseMalformed {
    ResponseJson json = ResponseJson.parse("the response to a sign-in", text);
    return new AuthenticationResponse(
        json.id(),
        json.type(),
        json.responseBytes("clientDataJSON"),
        json.responseBytes("authenticatorData"),
        json.responseBytes("signature"),
        json.hasResponse("userHandle")
            ? Optional.of(json.responseBytes("userHandle"))
            : Optional.empty(),
        json.clientExtensionResults());
  }
}
