package dev.touchstone.rp;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.Role;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.admin.Administration;
import dev.touchstone.rp.admin.CheckpointingStore;
import dev.touchstone.rp.admin.SyslogFollower;
import dev.touchstone.rp.admin.transfer.UserExport;
import dev.touchstone.rp.admin.transfer.UserImport;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.audit.syslog.SyslogMessage;
import dev.touchstone.rp.audit.syslog.SyslogTarget;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.ceremony.authentication.Authentication;
import dev.touchstone.rp.ceremony.authentication.Decoys;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.registration.Registration;
import dev.touchstone.rp.ceremony.token.CeremonyLookup;
import dev.touchstone.rp.ceremony.token.ChallengeTokens;
import dev.touchstone.rp.ceremony.token.Issuer;
import dev.touchstone.rp.desk.lost.Enrolments;
import dev.touchstone.rp.desk.lost.LostKey;
import dev.touchstone.rp.desk.lost.Redemption;
import dev.touchstone.rp.desk.operator.OperatorSessions;
import dev.touchstone.rp.desk.person.People;
import dev.touchstone.rp.desk.person.PersonSearch;
import dev.touchstone.rp.examination.ExaminationResult;
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
import dev.touchstone.rp.secret.vault.KeptSigningKeys;
import dev.touchstone.rp.secret.vault.Vault;
import dev.touchstone.rp.token.desk.TokenDesk;
import dev.touchstone.rp.trust.StoredTrust;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * A WebAuthn relying party in this process: accounts, credentials and the two ceremonies, kept in
 * one database. May be used from several threads, and the database by several processes, at the
 * same time.
 */
public final class RelyingParty implements AutoCloseable {

  private final Store store;
  private final StoredTrust trust;
  private final Registration registration;
  private final Authentication authentication;
  private final ChallengeTokens tokens;
  private final Vault secrets;
  private final SigningKeys signingKeys;
  private final Administration administration;
  private final Allowances allowances;
  private final Factors factors;

  private final Settings settings;

  private RelyingParty(
      Store store,
      Settings settings,
      StoredTrust trust,
      Registration registration,
      Authentication authentication,
      ChallengeTokens tokens,
      Vault secrets,
      SigningKeys signingKeys,
      Administration administration,
      Allowances allowances,
      Factors factors) {
    this.store = store;
    this.settings = settings;
    this.trust = trust;
    this.registration = registration;
    this.authentication = authentication;
    this.tokens = tokens;
    this.secrets = secrets;
    this.signingKeys = signingKeys;
    this.administration = administration;
    this.allowances = allowances;
    this.factors = factors;
  }

  /**
   * Opens the database, making or upgrading it as needed.
   *
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be used
   */
  public static RelyingParty open(Settings settings) throws RelyingPartyException {
    Databases.Opened opened = Databases.open(settings.database(), settings.clock());
    Store database = opened.store();
    Policy policy = settings.policy();
    Library library = new Library(policy, settings.clock());
    Vault secrets = Vault.at(database, settings.secretKeys(), settings.clock(), settings.random());
    SigningKeys signingKeys = new KeptSigningKeys(secrets, settings.random());
    Administration administration =
        new Administration(database, signingKeys, settings.clock(), settings.random());
    Store store = new CheckpointingStore(database, administration.audit());
    ChallengeTokens tokens = new ChallengeTokens(signingKeys, settings.rpId());
    CeremonyLookup lookup = new CeremonyLookup(tokens);
    StoredTrust trust =
        new StoredTrust(store, settings.trust(), settings.trustRequired(), settings.clock());
    Issuer issuer = new Issuer(settings.clock(), settings.random(), settings.challengeLifetime());
    return new RelyingParty(
        store,
        settings,
        trust,
        new Registration(store, policy, trust, library, issuer, lookup),
        new Authentication(store, policy, library, issuer, lookup, new Decoys(signingKeys)),
        tokens,
        secrets,
        signingKeys,
        administration,
        opened.allowances(),
        Factors.over(store, settings, secrets, signingKeys));
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
    return registration.begin(request, caller);
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
    return registration.finish(reference, responseJson, caller);
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
    return authentication.begin(request, caller);
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
    return authentication.finish(reference, responseJson, caller);
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
    return tokens.write(pending.ceremony());
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
    return administration;
  }

  /** The mail that is sent, and its server. */
  public MailDesk mail() {
    return factors.mail();
  }

  /** What is done for people at the help desk. */
  public HelpDesk helpDesk() {
    return new HelpDesk(
        new PersonSearch(store),
        new People(store, settings.clock()),
        new LostKey(store, factors.email().identity(), settings.clock()),
        new Enrolments(store, signingKeys, settings.clock(), settings.random()),
        new Redemption(store, this::beginRegistration, signingKeys, settings.clock()),
        new OperatorSessions(store, settings.clock(), settings.random()));
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
    return new UserImport(store, administration.accounts(), settings.clock());
  }

  /** Hands out many accounts at once. */
  public UserExport userExport() {
    return new UserExport(store, settings.clock());
  }

  /** Sends the audit trail to a receiver of syslog. */
  public SyslogFollower syslog(SyslogTarget target, SyslogMessage message, SSLContext trust) {
    return new SyslogFollower(store, target, message, trust, SyslogFollower.Pace.USUAL);
  }

  /** Counts how often whom tried: for all replicas that share the database together. */
  public Allowances allowances() {
    return allowances;
  }

  /** Whom this relying party trusts, and every other one at the same database. */
  public StoredTrust trust() {
    return trust;
  }

  /** Small secrets, encrypted where they are kept. */
  public Secrets secrets() {
    return secrets;
  }

  /** The keys under which those are encrypted. */
  public SecretKeys secretKeys() {
    return secrets.keys();
  }

  /** The keys with which this relying party vouches for what it gives out. */
  public SigningKeys signingKeys() {
    return signingKeys;
  }

  /**
   * Examines the attestation of all stored credentials by whom is trusted now, and changes nothing.
   *
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be read
   */
  public ExaminationResult previewExamination() throws RelyingPartyException {
    return previewExamination(trust.current());
  }

  /**
   * The same by whom might be trusted.
   *
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be read
   */
  public ExaminationResult previewExamination(Trust other) throws RelyingPartyException {
    return examination(other).preview();
  }

  /**
   * The same, and stores which are trusted.
   *
   * @throws RelyingPartyException.StoreUnavailable if the file cannot be written
   */
  public ExaminationResult examine(Caller caller) throws RelyingPartyException {
    return examination(trust.current()).apply(caller);
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

  private TrustExamination examination(Trust by) {
    return new TrustExamination(store, by, settings.clock().instant());
  }

  @Override
  public void close() {
    store.close();
  }
}
