package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.attestation.statement.AttestationObject;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.AttestedCredential;
import dev.touchstone.rp.attestation.statement.StatementFormat;
import dev.touchstone.rp.attestation.statement.StatementFormat.Examined;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.Stored;
import dev.touchstone.rp.ceremony.option.CreationOptions;
import dev.touchstone.rp.ceremony.response.ClientData;
import dev.touchstone.rp.ceremony.response.Parts;
import dev.touchstone.rp.ceremony.response.Piece;
import dev.touchstone.rp.ceremony.response.ReceivedClientData;
import dev.touchstone.rp.ceremony.response.RegistrationResponse;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that the steps of §7.1 look at, taken apart once.
 *
 * @param stored as it was before this answer
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
    Stored stored,
    CreationOptions options,
    RegistrationResponse response,
    Piece<String> clientDataText,
    Piece<ClientData> clientData,
    Bytes clientDataHash,
    Piece<AttestationObject> attestation,
    Piece<Examined> examined,
    Piece<AttestedCredential> attested,
    Instant now) {

  static RegistrationEvidence of(
      Stored stored, RegistrationResponse response, ReceivedClientData clientData, Instant now) {
    Piece<AttestationObject> attestation =
        Piece.read(() -> Parts.attestationObject(response.attestationObject()));
    Bytes hash = clientData.hash();
    return new RegistrationEvidence(
        stored,
        CreationOptions.stored(stored.ceremony().optionsJson()),
        response,
        clientData.text(),
        clientData.data(),
        hash,
        attestation,
        attestation.map(it -> StatementFormat.examine(it, Optional.of(hash.toArray()))),
        attestation.flatMap(it -> Piece.read(() -> Parts.attested(it))),
        now);
  }

  Ceremony ceremony() {
    return stored.ceremony();
  }

  Piece<AuthenticatorData> authenticatorData() {
    return attestation.map(AttestationObject::authenticatorData);
  }

  /** Tells this answer from another one to the same challenge. */
  Bytes digest() {
    return response.attestationObject().sha256();
  }

  boolean repeated() {
    return ceremony().answeredBy(digest());
  }
}
