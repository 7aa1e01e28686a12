package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialDescriptor;
import dev.touchstone.rp.account.EmailAddress;
import dev.touchstone.rp.account.Users.Who;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked to sign in.
 *
 * @param subject the name of the account, as it was asked for where there is none; empty for
 *     anybody
 * @param userHandle of the account, or of one that does not exist; empty for anybody
 * @param allowed the credentials that may answer; empty for any discoverable one
 * @param reason why no answer will be accepted; empty where one may be
 */
record Asked(
    String subject, Optional<Bytes> userHandle, List<CredentialDescriptor> allowed, String reason) {

  /**
   * Finds the account. For strangers the same is looked up and computed, whether there is one or
   * not.
   *
   * @throws UnknownUser if there is none, and the one who asks may know
   * @throws RequestInvalid if it has no credential, and the one who asks may know
   */
  static Asked of(AuthenticationRequest request, Records records, Decoys decoys)
      throws RelyingPartyException {
    if (request.userName().isEmpty()) {
      return new Asked("", Optional.empty(), List.of(), "");
    }
    String name = request.userName().get();
    Bytes decoy = decoys.userHandle(EmailAddress.key(name));
    Optional<Who> user = records.users().who(name);
    Bytes userHandle = user.map(it -> Bytes.ofBase64Url(it.handle())).orElse(decoy);
    List<CredentialDescriptor> allowed = records.credentials().descriptors(userHandle);
    if (request.discreet()) {
      CredentialDescriptor made = decoys.credential(EmailAddress.key(name));
      return user.isPresent() && !allowed.isEmpty()
          ? found(user.get(), userHandle, allowed)
          : new Asked(name, Optional.of(decoy), List.of(made), reason(user));
    }
    Who known = user.orElseThrow(() -> new UnknownUser(name));
    if (allowed.isEmpty()) {
      throw new RequestInvalid(
          "The user '%s' has no credential to sign in with; register a key first."
              .formatted(known.name()));
    }
    return found(known, userHandle, allowed);
  }

  private static String reason(Optional<Who> user) {
    return user.isPresent() ? "the account has no credential" : "there is no such account";
  }

  private static Asked found(Who user, Bytes userHandle, List<CredentialDescriptor> allowed) {
    return new Asked(user.name(), Optional.of(userHandle), allowed, "");
  }
}
