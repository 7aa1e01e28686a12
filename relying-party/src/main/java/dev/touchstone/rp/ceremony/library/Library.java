package dev.touchstone.rp.ceremony.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.AssertionResult;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.RegistrationResult;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.AssertionExtensionInputs;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.data.exception.Base64UrlException;
import com.yubico.webauthn.exception.AssertionFailedException;
import com.yubico.webauthn.exception.RegistrationFailedException;
import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.Stored;
import dev.touchstone.rp.ceremony.response.AuthenticationResponse;
import dev.touchstone.rp.ceremony.response.Json;
import dev.touchstone.rp.ceremony.response.RegistrationResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Asks webauthn-server-core. It gets the response's bytes and no client extension outputs: it
 * decides nothing by them, and would stumble over any that it cannot read.
 */
public final class Library {

  private final Policy policy;
  private final InstantSource clock;
  private final RelyingParty signIns;

  public Library(Policy policy, InstantSource clock) {
    this.policy = policy;
    this.clock = clock;
    this.signIns = relyingParty().build();
  }

  /**
   * WebAuthn Level 3 §7.1.
   *
   * @param anchors where an attestation may end now
   */
  public Judgement registration(
      Stored stored, RegistrationResponse response, TrustAnchors anchors) {
    try {
      RelyingParty judge =
          relyingParty().attestationTrustSource(anchors.trustSource(clock)).build();
      FinishRegistrationOptions answer =
          FinishRegistrationOptions.builder()
              .request(creationOptions(stored.ceremony().optionsJson()))
              .response(credential(response))
              .build();
      RegistrationResult result =
          ScopedValue.where(LibraryRecords.CURRENT, stored)
              .call(() -> judge.finishRegistration(answer));
      return new Judgement(true, "", result.isAttestationTrusted());
    } catch (RegistrationFailedException | IOException | Base64UrlException | RuntimeException e) {
      return Judgement.refused(e);
    }
  }

  /**
   * WebAuthn Level 3 §7.2.
   *
   * @param options the ceremony's, read already
   */
  public Judgement authentication(
      Stored stored, ObjectNode options, AuthenticationResponse response) {
    try {
      FinishAssertionOptions answer =
          FinishAssertionOptions.builder()
              .request(
                  AssertionRequest.builder()
                      .publicKeyCredentialRequestOptions(decisive(options))
                      .userHandle(stored.ceremony().userHandle().map(LibraryRecords::byteArray))
                      .build())
              .response(credential(response))
              .build();
      AssertionResult result =
          ScopedValue.where(LibraryRecords.CURRENT, stored)
              .call(() -> signIns.finishAssertion(answer));
      return new Judgement(result.isSuccess(), "", false);
    } catch (AssertionFailedException | IOException | Base64UrlException | RuntimeException e) {
      return Judgement.refused(e);
    }
  }

  /**
   * Reads creation options.
   *
   * @throws JsonProcessingException if the library could not read them when the answer comes
   */
  public static PublicKeyCredentialCreationOptions creationOptions(String json)
      throws JsonProcessingException {
    return Json.MAPPER.readValue(json, PublicKeyCredentialCreationOptions.class);
  }

  /**
   * Reads request options.
   *
   * @throws JsonProcessingException if the library could not read them when the answer comes
   */
  public static PublicKeyCredentialRequestOptions requestOptions(String json)
      throws JsonProcessingException {
    return Json.MAPPER.readValue(json, PublicKeyCredentialRequestOptions.class);
  }

  /** What the library decides by: reading all options as JSON costs a sixth of a verification. */
  private static PublicKeyCredentialRequestOptions decisive(ObjectNode options)
      throws JsonProcessingException, Base64UrlException {
    List<PublicKeyCredentialDescriptor> allowed = new ArrayList<>();
    for (JsonNode descriptor : options.path("allowCredentials")) {
      ByteArray id = ByteArray.fromBase64Url(descriptor.path("id").asText());
      allowed.add(PublicKeyCredentialDescriptor.builder().id(id).build());
    }
    boolean verified = options.path("userVerification").asText().equals("required");
    return PublicKeyCredentialRequestOptions.builder()
        .challenge(ByteArray.fromBase64Url(options.path("challenge").asText()))
        .rpId(options.path("rpId").asText())
        .allowCredentials(allowed)
        .userVerification(
            verified ? UserVerificationRequirement.REQUIRED : UserVerificationRequirement.PREFERRED)
        .extensions(extensions(options.path("extensions")))
        .build();
  }

  private static AssertionExtensionInputs extensions(JsonNode extensions)
      throws JsonProcessingException {
    return extensions.isEmpty()
        ? AssertionExtensionInputs.builder().build()
        : Json.MAPPER.treeToValue(extensions, AssertionExtensionInputs.class);
  }

  private RelyingParty.RelyingPartyBuilder relyingParty() {
    return RelyingParty.builder()
        .identity(RelyingPartyIdentity.builder().id(policy.rpId()).name(policy.rpName()).build())
        .credentialRepository(new LibraryRecords())
        .origins(new LinkedHashSet<>(policy.origins()))
        .allowUntrustedAttestation(!policy.trustRequired())
        .validateSignatureCounter(policy.counterPolicy() == CounterPolicy.REFUSE)
        .clock(clock.withZone(ZoneOffset.UTC));
  }

  private static PublicKeyCredential<
          AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>
      credential(RegistrationResponse response) throws IOException, Base64UrlException {
    return PublicKeyCredential
        .<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>builder()
        .id(byteArray(response.id()))
        .response(
            AuthenticatorAttestationResponse.builder()
                .attestationObject(byteArray(response.attestationObject()))
                .clientDataJSON(byteArray(response.clientDataJson()))
                .build())
        .clientExtensionResults(ClientRegistrationExtensionOutputs.builder().build())
        .build();
  }

  private static PublicKeyCredential<
          AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs>
      credential(AuthenticationResponse response) throws IOException, Base64UrlException {
    return PublicKeyCredential
        .<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs>builder()
        .id(byteArray(response.id()))
        .response(
            AuthenticatorAssertionResponse.builder()
                .authenticatorData(byteArray(response.authenticatorData()))
                .clientDataJSON(byteArray(response.clientDataJson()))
                .signature(byteArray(response.signature()))
                .userHandle(response.userHandle().map(LibraryRecords::byteArray))
                .build())
        .clientExtensionResults(ClientAssertionExtensionOutputs.builder().build())
        .build();
  }

  private static ByteArray byteArray(Bytes bytes) {
    return LibraryRecords.byteArray(bytes);
  }
}
