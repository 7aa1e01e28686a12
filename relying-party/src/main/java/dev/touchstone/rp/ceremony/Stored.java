package dev.touchstone.rp.ceremony;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was stored of everything that an answer names, when it came: read at once, so that nobody
 * holds the store while a judge takes time.
 *
 * @param ceremony that it answers
 * @param credential whose id it tells, whoever's it is
 * @param accounts that the ceremony, the answer or the credential belong to
 * @param challenged the ceremony that its challenge was given out for, where that is another one
 */
public record Stored(
    Ceremony ceremony,
    Optional<CredentialRecord> credential,
    List<User> accounts,
    Optional<Ceremony> challenged) {

  public Stored {
    accounts = List.copyOf(accounts);
  }

  /**
   * Reads it.
   *
   * @param id credential id that the answer tells
   * @param told user handle that the answer tells
   * @param challenge that the answer was made for; empty if it cannot be read
   */
  public static Stored of(
      Ceremony ceremony,
      Bytes id,
      Optional<Bytes> told,
      Optional<Bytes> challenge,
      Records records) {
    Optional<CredentialRecord> credential = records.credentials().find(id);
    return new Stored(
        ceremony,
        credential,
        Stream.of(ceremony.userHandle(), told, credential.map(CredentialRecord::userHandle))
            .flatMap(Optional::stream)
            .distinct()
            .flatMap(handle -> records.users().withHandle(handle).stream())
            .toList(),
        challenge
            .filter(it -> !it.equals(ceremony.challenge()))
            .flatMap(records.ceremonies()::withChallenge));
  }

  /** The credential of this id. */
  public Optional<CredentialRecord> credential(Bytes id) {
    return credential.filter(it -> it.id().equals(id));
  }

  /** The account of this user handle. */
  public Optional<User> account(Bytes userHandle) {
    String handle = userHandle.base64Url();
    return accounts.stream().filter(it -> it.handle().equals(handle)).findAny();
  }

  /** The account of this name. */
  public Optional<User> account(String name) {
    return accounts.stream().filter(it -> it.name().equals(name)).findAny();
  }
}
