package dev.touchstone.rp.ceremony.option;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialDescriptor;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.ceremony.response.Unreadable;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * {@code PublicKeyCredentialCreationOptionsJSON} (WebAuthn Level 3 §5.4).
 *
 * @param json the whole object
 */
public record CreationOptions(ObjectNode json) {

  /** ES256, EdDSA, ES384, RS256: what keys on the market can do. */
  private static final List<Integer> OFFERED = List.of(-7, -8, -35, -257);

  /** What both the library and our own check can verify. */
  private static final Set<Integer> VERIFIABLE =
      Set.of(-7, -8, -19, -35, -36, -53, -257, -258, -259, -65535);

  private static final int LONGEST_NAME = 256;

  /**
   * Checks what the operator asked for.
   *
   * @throws RequestInvalid if a word or number is unknown
   */
  public static void check(RegistrationRequest request) throws RequestInvalid {
    String name = request.userName();
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new RequestInvalid(
          "A user name needs 1 to %d characters; choose another one.".formatted(LONGEST_NAME));
    }
    Words.known("user verification requirement", request.userVerification(), Words.REQUIREMENT);
    Words.known("resident key requirement", request.residentKey(), Words.REQUIREMENT);
    Words.known("attestation conveyance", request.attestation(), Words.CONVEYANCE);
    for (int number : request.algorithms()) {
      if (!VERIFIABLE.contains(number)) {
        throw new RequestInvalid(
            "The COSE algorithm %d is not one that can be verified here; -7 (ES256), -8 (EdDSA), -35 (ES384) and -257 (RS256) are."
                .formatted(number));
      }
    }
    Words.extensions(request.extensionsJson());
  }

  /**
   * Makes options.
   *
   * @param registered the credentials that the user has already, to be excluded
   * @throws RequestInvalid if the library could not read them when the answer comes
   */
  public static CreationOptions make(
      RegistrationRequest request,
      Policy policy,
      User user,
      Bytes challenge,
      List<CredentialDescriptor> registered)
      throws RequestInvalid {
    ObjectNode json = Json.MAPPER.createObjectNode();
    json.putObject("rp").put("id", policy.rpId()).put("name", policy.rpName());
    json.putObject("user")
        .put("id", user.handle())
        .put("name", user.name())
        .put("displayName", user.displayName());
    json.put("challenge", challenge.base64Url());
    ArrayNode parameters = json.putArray("pubKeyCredParams");
    algorithms(request)
        .forEach(it -> parameters.addObject().put("type", "public-key").put("alg", it));
    json.put("timeout", policy.challengeLifetime().toMillis());
    json.set("excludeCredentials", Descriptors.of(registered));
    json.putObject("authenticatorSelection")
        .put("residentKey", request.residentKey())
        .put("requireResidentKey", request.residentKey().equals("required"))
        .put("userVerification", request.userVerification());
    request.hints().forEach(json.putArray("hints")::add);
    json.put("attestation", request.attestation());
    json.set("extensions", Words.extensions(request.extensionsJson()));
    try {
      Library.creationOptions(json.toString());
    } catch (JsonProcessingException e) {
      throw Words.unreadableExtensions();
    }
    return new CreationOptions(json);
  }

  /** Options as they were stored. */
  public static CreationOptions stored(String json) {
    try {
      return new CreationOptions(Json.object(json));
    } catch (Unreadable e) {
      throw new IllegalStateException("options that we made ourselves are JSON", e);
    }
  }

  public String userVerification() {
    return json.path("authenticatorSelection").path("userVerification").asText();
  }

  /** Whether a statement was wanted; clients replace it by "none" otherwise. */
  public boolean asksForAttestation() {
    return !json.path("attestation").asText().equals("none");
  }

  /** COSE algorithm numbers in order of preference. */
  public List<Integer> algorithms() {
    return StreamSupport.stream(json.path("pubKeyCredParams").spliterator(), false)
        .map(parameter -> parameter.path("alg").intValue())
        .toList();
  }

  /** The credProtect policy that the key must have taken over (CTAP 2.3 §12.1), if any. */
  public Optional<Integer> enforcedCredProtect() {
    JsonNode extensions = json.path("extensions");
    if (!extensions.path("enforceCredentialProtectionPolicy").asBoolean()) {
      return Optional.empty();
    }
    return switch (extensions.path("credentialProtectionPolicy").asText()) {
      case "userVerificationOptionalWithCredentialIDList" -> Optional.of(2);
      case "userVerificationRequired" -> Optional.of(3);
      default -> Optional.empty();
    };
  }

  private static List<Integer> algorithms(RegistrationRequest request) {
    return request.algorithms().isEmpty() ? OFFERED : request.algorithms();
  }
}
