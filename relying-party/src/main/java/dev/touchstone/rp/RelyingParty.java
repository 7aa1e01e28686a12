package dev.touchstone.rp;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.List;
import java.util.Optional;

/**
 * A WebAuthn relying party in this process: accounts, credentials and the two ceremonies, kept in
 * one file. May be used from several threads, and the file by several processes, at the same time.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class RelyingParty implements AutoCloseable {

  private RelyingParty() {}

  /**
   * Opens the database, making or upgrading it as needed.
   *
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be used
   */
  public static RelyingParty open(Settings settings) throws RelyingPartyException {
    return new RelyingParty();
  }

  /**
   * Makes creation options with a fresh challenge (WebAuthn Level 3 §7.1 step 1), and the account
   * when it does not exist.
   *
   * @throws RelyingPartyException.RequestInvalid if the request holds a word or number that the
   *     specification or this program does not know
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be written
   */
  public PendingCeremony beginRegistration(RegistrationRequest request)
      throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Judges a {@code RegistrationResponseJSON} (WebAuthn Level 3 §7.1) and stores the credential if
   * it is accepted. Whatever the verdict, the challenge is spent.
   *
   * @throws RelyingPartyException.UnknownCeremony if no registration of that id is remembered
   * @throws RelyingPartyException.ResponseMalformed if the text is no response at all; the ceremony
   *     then stays open
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be written
   */
  public Verdict finishRegistration(String ceremonyId, String responseJson)
      throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Makes request options with a fresh challenge (WebAuthn Level 3 §7.2 step 1): for the
   * credentials of one account, or for any discoverable credential.
   *
   * @throws RelyingPartyException.UnknownUser if there is no such account
   * @throws RelyingPartyException.RequestInvalid if the account has no credential, or the request
   *     holds a word that the specification does not know
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be written
   */
  public PendingCeremony beginAuthentication(AuthenticationRequest request)
      throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Judges an {@code AuthenticationResponseJSON} (WebAuthn Level 3 §7.2) and updates the credential
   * if it is accepted. Whatever the verdict, the challenge is spent.
   *
   * @throws RelyingPartyException.UnknownCeremony if no authentication of that id is remembered
   * @throws RelyingPartyException.ResponseMalformed if the text is no response at all; the ceremony
   *     then stays open
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be written
   */
  public Verdict finishAuthentication(String ceremonyId, String responseJson)
      throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /** All accounts by name. */
  public List<User> users() throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /** One account. */
  public Optional<User> user(String name) throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /** All credentials by user name, oldest first. */
  public List<Credential> credentials() throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * The credentials of one account, oldest first.
   *
   * @throws RelyingPartyException.UnknownUser if there is no such account
   */
  public List<Credential> credentials(String userName) throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Gives a credential another label.
   *
   * @param credentialId base64url
   * @throws RelyingPartyException.UnknownCredential if there is no such credential
   */
  public void relabel(String credentialId, String label) throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Forgets a credential; the key keeps its half.
   *
   * @param credentialId base64url
   * @throws RelyingPartyException.UnknownCredential if there is no such credential
   */
  public void deleteCredential(String credentialId) throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  /**
   * Forgets an account and all its credentials.
   *
   * @throws RelyingPartyException.UnknownUser if there is no such account
   */
  public void deleteUser(String name) throws RelyingPartyException {
    throw new UnsupportedOperationException("follows");
  }

  @Override
  public void close() {}
}
