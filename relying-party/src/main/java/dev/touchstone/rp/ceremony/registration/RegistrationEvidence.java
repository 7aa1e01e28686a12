package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.AttestedCredential;
import dev.touchstone.rp.attestation.statement.StatementFormat;
import dev.touchstone.rp.attestation.statement.StatementFormat.Examined;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.option.CreationOptions;
import dev.touchstone.rp.ceremony.response.ClientData;
import dev.touchstone.rp.ceremony.response.Parts;
import dev.touchstone.rp.ceremony.response.Piece;
import dev.touchstone.rp.ceremony.response.RegistrationResponse;
import java.time.Instant;
import java.util.Optional;

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
 * @param examined what the statement proves
 * @param attested the attested credential data in {@code authData}
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
    Piece<Examined> examined,
    Piece<AttestedCredential> attested,
    Instant now) {

  static RegistrationEvidence of(Ceremony ceremony, RegistrationResponse response, Instant now) {
    Piece<String> text = Piece.read(() -> ClientData.text(response.clientDataJson()));
    Piece<AttestationObject> attestation =
        Piece.read(() -> Parts.attestationObject(response.attestationObject()));
    Bytes hash = response.clientDataJson().sha256();
    return new RegistrationEvidence(
        ceremony,
        CreationOptions.stored(ceremony.optionsJson()),
        response,
        text,
        text.flatMap(it -> Piece.read(() -> ClientData.parse(it))),
        hash,
        attestation,
        attestation.map(it -> StatementFormat.examine(it, Optional.of(hash.toArray()))),
        attestation.flatMap(it -> Piece.read(() -> Parts.attested(it))),
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
