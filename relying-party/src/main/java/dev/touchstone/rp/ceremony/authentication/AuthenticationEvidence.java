package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.option.RequestOptions;
import dev.touchstone.rp.ceremony.response.AuthenticationResponse;
import dev.touchstone.rp.ceremony.response.ClientData;
import dev.touchstone.rp.ceremony.response.Parts;
import dev.touchstone.rp.ceremony.response.Piece;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that the steps of §7.2 look at, taken apart once.
 *
 * @param ceremony as it was before this answer
 * @param options what was given out
 * @param response as it came
 * @param clientDataText {@code JSONtext}
 * @param clientData {@code C}
 * @param clientDataHash {@code hash}
 * @param authenticatorData {@code authData}
 * @param record the credential record, whoever's it is, as it was before this answer
 * @param owner the account that the record belongs to, as it was then
 * @param now the time of the answer
 */
record AuthenticationEvidence(
    Ceremony ceremony,
    RequestOptions options,
    AuthenticationResponse response,
    Piece<String> clientDataText,
    Piece<ClientData> clientData,
    Bytes clientDataHash,
    Piece<AuthenticatorData> authenticatorData,
    Piece<CredentialRecord> record,
    Optional<User> owner,
    Instant now) {

  static AuthenticationEvidence of(
      Ceremony ceremony, AuthenticationResponse response, Records records, Instant now) {
    Piece<String> text = Piece.read(() -> ClientData.text(response.clientDataJson()));
    Optional<CredentialRecord> record = records.credentials().find(response.id());
    return new AuthenticationEvidence(
        ceremony,
        RequestOptions.stored(ceremony.optionsJson()),
        response,
        text,
        text.flatMap(it -> Piece.read(() -> ClientData.parse(it))),
        response.clientDataJson().sha256(),
        Piece.read(() -> Parts.authenticatorData(response.authenticatorData())),
        record.map(Piece::of).orElse(Piece.missing("no credential with this id is registered")),
        record.flatMap(it -> records.users().withHandle(it.userHandle())),
        now);
  }

  /** Tells this answer from another one to the same challenge. */
  Bytes digest() {
    return response.authenticatorData().plus(response.signature()).sha256();
  }

  boolean repeated() {
    return ceremony.answeredBy(digest());
  }
}
