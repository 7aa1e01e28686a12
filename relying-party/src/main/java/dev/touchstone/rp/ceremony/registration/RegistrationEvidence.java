package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.option.CreationOptions;
import dev.touchstone.rp.ceremony.response.AttestationObject;
import dev.touchstone.rp.ceremony.response.AuthenticatorData;
import dev.touchstone.rp.ceremony.response.ClientData;
import dev.touchstone.rp.ceremony.response.CoseKey;
import dev.touchstone.rp.ceremony.response.Piece;
import dev.touchstone.rp.ceremony.response.RegistrationResponse;
import java.time.Instant;

/**
 * Everything that the steps of §7.1 look at, taken apart once.
 *
 * @param ceremony as it was before this answer
 * @param options what was given out
 * @param response as it came
 * @param clientDataText {@code JSONtext}
 * @param clientData {@code C}
 * @param clientDataHash {@code hash}
 * @param attestation {@code fmt}, {@code attStmt} and {@code authData}
 * @param publicKey the credential public key
 * @param now the time of the answer
 */
record RegistrationEvidence(
    Ceremony ceremony,
    CreationOptions options,
    RegistrationResponse response,
    Piece<String> clientDataText,
    Piece<ClientData> clientData,
    Bytes clientDataHash,
    Piece<AttestationObject> attestation,
    Piece<CoseKey> publicKey,
    Instant now) {

  static RegistrationEvidence of(Ceremony ceremony, RegistrationResponse response, Instant now) {
    Piece<String> text = Piece.read(() -> ClientData.text(response.clientDataJson()));
    Piece<AttestationObject> attestation =
        Piece.read(() -> AttestationObject.parse(response.attestationObject()));
    return new RegistrationEvidence(
        ceremony,
        CreationOptions.stored(ceremony.optionsJson()),
        response,
        text,
        text.flatMap(it -> Piece.read(() -> ClientData.parse(it))),
        response.clientDataJson().sha256(),
        attestation,
        attestation.flatMap(it -> Piece.read(() -> CoseKey.parse(it.attested().publicKey()))),
        now);
  }

  Piece<AuthenticatorData> authenticatorData() {
    return attestation.map(AttestationObject::authenticatorData);
  }

  /** Tells this answer from another one to the same challenge. */
  Bytes digest() {
    return response.attestationObject().sha256();
  }

  boolean repeated() {
    return ceremony.answeredBy(digest());
  }
}
