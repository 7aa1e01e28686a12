package dev.touchstone.rp.ceremony.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialDescriptor;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.ceremony.response.Unreadable;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * {@code PublicKeyCredentialRequestOptionsJSON} (WebAuthn Level 3 §5.5).
 *
 * @param json the whole object
 */
public record RequestOptions(ObjectNode json) {

  /**
   * Checks what the operator asked for.
   *
   * @throws RequestInvalid if a word is unknown
   */
  public static void check(AuthenticationRequest request) throws RequestInvalid {
    Words.known("user verification requirement", request.userVerification(), Words.REQUIREMENT);
    Words.extensions(request.extensionsJson());
  }

  /**
   * Makes options.
   *
   * @param allowed the credentials that may answer; empty for any discoverable one
   * @throws RequestInvalid if the library could not read them when the answer comes
   */
  public static RequestOptions make(
      AuthenticationRequest request,
      Policy policy,
      Bytes challenge,
      List<CredentialDescriptor> allowed)
      throws RequestInvalid {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.put("challenge", challenge.base64Url());
    json.put("timeout", policy.challengeLifetime().toMillis());
    json.put("rpId", policy.rpId());
    json.set("allowCredentials", Descriptors.of(allowed));
    json.put("userVerification", request.userVerification());
    request.hints().forEach(json.putArray("hints")::add);
    ObjectNode extensions = Words.extensions(request.extensionsJson());
    json.set("extensions", extensions);
    if (!extensions.isEmpty()) {
      requireReadable(json);
    }
    return new RequestOptions(json);
  }

  /** The extensions are not of our own making. */
  private static void requireReadable(ObjectNode options) throws RequestInvalid {
    try {
      Library.requestOptions(options.toString());
    } catch (JsonProcessingException e) {
      throw Words.unreadableExtensions();
    }
  }

  /** Options as they were stored. */
  public static RequestOptions stored(String json) {
    try {
      return new RequestOptions(Json.object(json));
    } catch (Unreadable e) {
      throw new IllegalStateException("options that we made ourselves are JSON", e);
    }
  }

  public String userVerification() {
    return json.path("userVerification").asText();
  }

  /** Credential ids in base64url; empty for any discoverable credential. */
  public List<String> allowed() {
    return StreamSupport.stream(json.path("allowCredentials").spliterator(), false)
        .map(descriptor -> descriptor.path("id").asText())
        .toList();
  }

  /** The AppID that a credential of a U2F key may have been made for (§10.1.1). */
  public Optional<String> appId() {
    return Optional.ofNullable(json.path("extensions").path("appid").textValue());
  }
}
