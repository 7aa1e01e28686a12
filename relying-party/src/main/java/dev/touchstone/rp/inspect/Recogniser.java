package dev.touchstone.rp.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.upokecenter.cbor.CBORObject;
import com.upokecenter.cbor.CBORType;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.cbor.CborException;
import dev.touchstone.rp.cbor.CborItem;
import dev.touchstone.rp.cose.CoseKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds out what bytes or JSON are, by their structure alone. */
final class Recogniser {

  private Recogniser() {}

  /** Kinds that cannot be mistaken for another; {@link #cbor} is asked only when all this fails. */
  static Optional<Recognised> specific(Reading reading) throws InspectionException {
    byte[] bytes = reading.bytes();
    if (looksLikeJson(bytes)) {
      return Optional.of(json(JsonText.parse(new String(bytes, StandardCharsets.UTF_8).strip())));
    }
    Optional<Recognised> x509 = X509Recogniser.der(bytes);
    if (x509.isPresent()) {
      return x509;
    }
    Optional<CBORObject> whole = whole(bytes);
    if (whole.isPresent()) {
      CBORObject value = whole.get();
      if (isAttestationObject(value)) {
        return Optional.of(new Recognised.AttestationObject(reading, value));
      }
      if (CoseKey.looksLike(value)) {
        return Optional.of(new Recognised.CoseKey(value));
      }
    }
    return isAuthenticatorData(bytes)
        ? Optional.of(new Recognised.AuthenticatorData(reading))
        : Optional.empty();
  }

  /** Any well-formed CBOR. */
  static Optional<Recognised> cbor(byte[] bytes) {
    return whole(bytes).map(Recognised.Cbor::new);
  }

  static Recognised json(JsonNode json) {
    JsonNode core = unwrapped(json);
    JsonNode response = core.has("response") ? core.path("response") : core;
    if (response.has("attestationObject")) {
      return new Recognised.RegistrationResponse(core);
    }
    if (response.has("authenticatorData") && response.has("signature")) {
      return new Recognised.AuthenticationResponse(core);
    }
    if (core.path("type").asText().startsWith("webauthn.") && core.has("challenge")) {
      return new Recognised.ClientData(core);
    }
    if (core.has("challenge") && (core.has("pubKeyCredParams") || core.path("rp").isObject())) {
      return new Recognised.CreationOptions(core);
    }
    if (core.has("challenge") && !core.has("origin")) {
      return new Recognised.RequestOptions(core);
    }
    if (core.has("challenge")) {
      return new Recognised.ClientData(core);
    }
    if (core.has("kty")) {
      return new Recognised.JsonWebKey(core);
    }
    return new Recognised.Json(json);
  }

  /** Servers and libraries wrap options and responses in one more object. */
  private static JsonNode unwrapped(JsonNode json) {
    for (String wrapper : new String[] {"publicKey", "publicKeyCredential", "credential"}) {
      if (json.path(wrapper).isObject()) {
        return json.path(wrapper);
      }
    }
    return json;
  }

  private static boolean isAttestationObject(CBORObject value) {
    return value.getType() == CBORType.Map
        && value.get("fmt") != null
        && (value.get("authData") != null || value.get("attStmt") != null);
  }

  /**
   * Exactly as long as its flags say, and no reserved flag set. Damaged data still counts when its
   * RP ID hash is a well-known one, for then nothing else can be meant.
   */
  private static boolean isAuthenticatorData(byte[] bytes) {
    if (bytes.length < 37) {
      return false;
    }
    AuthenticatorData data = AuthenticatorData.read(bytes);
    boolean plausible =
        data.damage().isEmpty() && (data.flags() & AuthenticatorDataDecoder.RESERVED) == 0;
    return plausible || RpIdNames.wellKnown().name(data.rpIdHash()).isPresent();
  }

  private static Optional<CBORObject> whole(byte[] bytes) {
    try {
      return Optional.of(CborItem.readWhole(bytes));
    } catch (CborException e) {
      return Optional.empty();
    }
  }

  private static boolean looksLikeJson(byte[] bytes) {
    int at = 0;
    if (bytes.length > 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb) {
      at = 3;
    }
    while (at < bytes.length
        && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
      at++;
    }
    if (at >= bytes.length || bytes[at] != '{') {
      return false;
    }
    int next = at + 1;
    while (next < bytes.length && Character.isWhitespace(bytes[next])) {
      next++;
    }
    return next < bytes.length && (bytes[next] == '"' || bytes[next] == '}');
  }
}
