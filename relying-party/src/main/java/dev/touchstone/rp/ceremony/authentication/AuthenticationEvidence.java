package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.Stored;
import dev.touchstone.rp.ceremony.option.RequestOptions;
import dev.touchstone.rp.ceremony.response.AuthenticationResponse;
import dev.touchstone.rp.ceremony.response.ClientData;
import dev.touchstone.rp.ceremony.response.Parts;
import dev.touchstone.rp.ceremony.response.Piece;
import dev.touchstone.rp.ceremony.response.ReceivedClientData;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that the steps of §7.2 look at, taken apart once.
 *
 * @param stored as it was before this answer
 * @param options what was given out
 * @param response as it came
 * @param clientDataText {@code JSONtext}
 * @param clientData {@code C}
 * @param clientDataHash {@code hash}
 * @param authenticatorData {@code authData}
 * @param record the credential record, whoever's it is, as it was before this answer
 * @param now the time of the answer
 */
record AuthenticationEvidence(
    Stored stored,
    RequestOptions options,
    AuthenticationResponse response,
    Piece<String> clientDataText,
    Piece<ClientData> clientData,
    Bytes clientDataHash,
    Piece<AuthenticatorData> authenticatorData,
    Piece<CredentialRecord> record,
    Instant now) {

  static AuthenticationEvidence of(
      Stored stored, AuthenticationResponse response, ReceivedClientData clientData, Instant now) {
    return new AuthenticationEvidence(
        stored,
        RequestOptions.stored(stored.ceremony().optionsJson()),
        response,
        clientData.text(),
        clientData.data(),
        clientData.hash(),
        Piece.read(() -> Parts.authenticatorData(response.authenticatorData())),
        stored
            .credential()
            .map(Piece::of)
            .orElse(Piece.missing("no credential with this id is registered")),
        now);
  }

  Ceremony ceremony() {
    return stored.ceremony();
  }

  /** The account that the record belongs to, as it was then. */
  Optional<User> owner() {
    return record.present().flatMap(it -> stored.account(it.userHandle()));
  }

  /** Tells this answer from another one to the same challenge. */
  Bytes digest() {
    return response.authenticatorData().plus(response.signature()).sha256();
  }

  boolean repeated() {
    return ceremony().answeredBy(digest());
  }
}
