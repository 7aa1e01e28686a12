package dev.touchstone.rp;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.Administration;
import dev.touchstone.rp.admin.transfer.UserExport;
import dev.touchstone.rp.admin.transfer.UserImport;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.examination.TrustExamination;
import dev.touchstone.rp.factor.email.check.EmailFactor;
import dev.touchstone.rp.factor.password.account.PasswordSignIn;
import dev.touchstone.rp.factor.password.account.Passwords;
import dev.touchstone.rp.factor.totp.account.TotpDevices;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import dev.touchstone.rp.limit.Allowances;
import dev.touchstone.rp.mail.delivery.MailDesk;
import dev.touchstone.rp.secret.SecretKeys;
import dev.touchstone.rp.secret.Secrets;
import dev.touchstone.rp.secret.SigningKeys;
import dev.touchstone.rp.token.desk.TokenDesk;
import dev.touchstone.rp.trust.StoredTrust;
import java.util.List;
import java.util.Optional;

/**
 * A WebAuthn relying party in this process: accounts, credentials and the two ceremonies, kept in
 * one database. May be used from several threads, and the database by several processes, at the
 * same time.
 */
public final class RelyingParty implements AutoCloseable {

  private final Settings settings;
  private final Assembly parts;
  private final Factors factors;
  private final Store store;

  private RelyingParty(Settings settings, Assembly parts) {
    this.settings = settings;
    this.parts = parts;
    this.factors = parts.factors();
    this.store = parts.store();
  }

  /**
   * Opens the database, making or upgrading it as needed.
   *
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be used
   */
  public static RelyingParty open(Settings settings) throws RelyingPartyException {
    return new RelyingParty(settings, Assembly.of(settings));
  }

  /**
   * Makes creation options with a fresh challenge (WebAuthn Level 3 §7.1 step 1). An account that
   * does not exist is made when the registration is accepted.
   *
   * @throws RelyingPartyException.RequestInvalid if the request holds a word or number that the
   *     specification or this program does not know
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be written
   */
  public PendingCeremony beginRegistration(RegistrationRequest request, Caller caller)
      throws RelyingPartyException {
    return parts.registration().begin(request, caller);
  }

  /** The same for a person at the console. */
  public PendingCeremony beginRegistration(RegistrationRequest request)
      throws RelyingPartyException {
    return beginRegistration(request, Caller.CONSOLE);
  }

  /**
   * Judges a {@code RegistrationResponseJSON} (WebAuthn Level 3 §7.1) and stores the credential if
   * it is accepted. Whatever the verdict, the challenge is spent.
   *
   * @throws RelyingPartyException.ChallengeTokenInvalid if the token is not ours
   * @throws RelyingPartyException.UnknownCeremony if no registration of that id is remembered
   * @throws RelyingPartyException.ResponseMalformed if the text is no response at all; the ceremony
   *     then stays open
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be written
   */
  public Verdict finishRegistration(CeremonyReference reference, String responseJson, Caller caller)
      throws RelyingPartyException {
    return parts.registration().finish(reference, responseJson, caller);
  }

  /** The same for a person at the console. */
  public Verdict finishRegistration(String ceremonyId, String responseJson)
      throws RelyingPartyException {
    return finishRegistration(new CeremonyReference.ById(ceremonyId), responseJson, Caller.CONSOLE);
  }

  /**
   * Makes request options with a fresh challenge (WebAuthn Level 3 §7.2 step 1): for the
   * credentials of one account, or for any discoverable credential.
   *
   * @throws RelyingPartyException.UnknownUser if there is no such account
   * @throws RelyingPartyException.RequestInvalid if the account has no credential, or the request
   *     holds a word that the specification does not know
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be written
   */
  public PendingCeremony beginAuthentication(AuthenticationRequest request, Caller caller)
      throws RelyingPartyException {
    return parts.authentication().begin(request, caller);
  }

  /** The same for a person at the console. */
  public PendingCeremony beginAuthentication(AuthenticationRequest request)
      throws RelyingPartyException {
    return beginAuthentication(request, Caller.CONSOLE);
  }

  /**
   * Judges an {@code AuthenticationResponseJSON} (WebAuthn Level 3 §7.2) and updates the credential
   * if it is accepted. Whatever the verdict, the challenge is spent.
   *
   * @throws RelyingPartyException.ChallengeTokenInvalid if the token is not ours
   * @throws RelyingPartyException.UnknownCeremony if no authentication of that id is remembered
   * @throws RelyingPartyException.ResponseMalformed if the text is no response at all; the ceremony
   *     then stays open
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be written
   */
  public Verdict finishAuthentication(
      CeremonyReference reference, String responseJson, Caller caller)
      throws RelyingPartyException {
    return parts.authentication().finish(reference, responseJson, caller);
  }

  /** The same for a person at the console. */
  public Verdict finishAuthentication(String ceremonyId, String responseJson)
      throws RelyingPartyException {
    return finishAuthentication(
        new CeremonyReference.ById(ceremonyId), responseJson, Caller.CONSOLE);
  }

  /**
   * A ceremony as a signed token, for clients that return it: any replica at the same store can
   * complete the ceremony by it.
   *
   * @throws RelyingPartyException.SecretUnreadable if the key that signs it cannot be decrypted
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be used
   */
  public String challengeToken(PendingCeremony pending) throws RelyingPartyException {
    return parts.challengeTokens().write(pending.ceremony());
  }

  /** All accounts by name. */
  public List<User> users() throws RelyingPartyException {
    return store.read(records -> records.users().all());
  }

  /** One account. */
  public Optional<User> user(String name) throws RelyingPartyException {
    return store.read(records -> records.users().named(name));
  }

  /**
   * Finds out whether the store answers.
   *
   * @throws RelyingPartyException.StoreUnavailable if it does not
   */
  public void check() throws RelyingPartyException {
    int _ = store.read(records -> records.users().count(Role.ADMIN));
  }

  /** All credentials by user name, oldest first. */
  public List<Credential> credentials() throws RelyingPartyException {
    return store.read(records -> records.credentials().all());
  }

  /**
   * The credentials of one account, oldest first.
   *
   * @throws RelyingPartyException.UnknownUser if there is no such account
   */
  public List<Credential> credentials(String userName) throws RelyingPartyException {
    return store.read(records -> {
      if (records.users().named(userName).isEmpty()) {
        throw new UnknownUser(userName);
      }
      return records.credentials().of(userName);
    });
  }

  /** What people who look after accounts, credentials and the audit trail do. */
  public Administration administration() {
    return parts.administration();
  }

  /** The mail that is sent, and its server. */
  public MailDesk mail() {
    return factors.mail();
  }

  /** What is done for people at the help desk. */
  public HelpDesk helpDesk() {
    return HelpDesk.over(store, this::beginRegistration, factors.email(), signingKeys(), settings);
  }

  /** What is done by codes that are sent by mail. */
  public EmailFactor emailCodes() {
    return factors.email();
  }

  /** One-time passwords that devices compute. */
  public TotpDevices totp() {
    return factors.totp();
  }

  /** Tokens, and the keys that sign them. */
  public TokenDesk tokens() {
    return factors.tokens();
  }

  /** Passwords of accounts, for systems that still need them. */
  public Passwords passwords() {
    return factors.passwords();
  }

  /** Sign-in by those, together with a one-time password. */
  public PasswordSignIn passwordSignIn() {
    return factors.passwordSignIn();
  }

  /** Makes many accounts at once. */
  public UserImport userImport() {
    return new UserImport(store, administration().accounts(), settings.clock());
  }

  /** Hands out many accounts at once. */
  public UserExport userExport() {
    return new UserExport(store, settings.clock());
  }

  /** Counts how often whom tried: for all replicas that share the database together. */
  public Allowances allowances() {
    return parts.allowances();
  }

  /** Whom this relying party trusts, and every other one at the same database. */
  public StoredTrust trust() {
    return parts.trust();
  }

  /** Small secrets, encrypted where they are kept. */
  public Secrets secrets() {
    return parts.secrets();
  }

  /** The keys under which those are encrypted. */
  public SecretKeys secretKeys() {
    return parts.secrets().keys();
  }

  /** The keys with which this relying party vouches for what it gives out. */
  public SigningKeys signingKeys() {
    return parts.signingKeys();
  }

  /**
   * Examines all stored credentials once, by whom is trusted now.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  public TrustExamination examination() throws RelyingPartyException {
    return examination(trust().current());
  }

  /** The same by whom might be trusted. */
  public TrustExamination examination(Trust by) {
    return new TrustExamination(store, by, settings.clock().instant());
  }

  /**
   * Adds a row to the audit trail.
   *
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be written
   */
  public void note(AuditEvent event) throws RelyingPartyException {
    store.write(records -> {
      records.audit().append(event);
      return event;
    });
  }

  @Override
  public void close() {
    store.close();
  }
}
