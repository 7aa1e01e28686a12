package dev.touchstone.rp;

import dev.touchstone.rp.admin.Administration;
import dev.touchstone.rp.admin.CheckpointingStore;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.authentication.Authentication;
import dev.touchstone.rp.ceremony.authentication.Decoys;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.registration.Registration;
import dev.touchstone.rp.ceremony.token.CeremonyLookup;
import dev.touchstone.rp.ceremony.token.ChallengeTokens;
import dev.touchstone.rp.ceremony.token.Issuer;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.limit.Allowances;
import dev.touchstone.rp.secret.SigningKeys;
import dev.touchstone.rp.secret.vault.KeptSigningKeys;
import dev.touchstone.rp.secret.vault.Vault;
import dev.touchstone.rp.trust.StoredTrust;

/**
 * The parts of a relying party, put together by hand over one database.
 *
 * @param store where all is kept; signs a checkpoint of the audit trail now and then
 * @param allowances how often whom tried
 * @param trust whom all at this database trust
 * @param registration of credentials
 * @param authentication by them
 * @param challengeTokens begun ceremonies as tokens
 * @param secrets encrypted where they are kept
 * @param signingKeys kept there
 * @param administration what people who look after all that do
 * @param factors mail, and the factors beside passkeys
 */
record Assembly(
    Store store,
    Allowances allowances,
    StoredTrust trust,
    Registration registration,
    Authentication authentication,
    ChallengeTokens challengeTokens,
    Vault secrets,
    SigningKeys signingKeys,
    Administration administration,
    Factors factors) {

  /**
   * Opens the database, making or upgrading it as needed.
   *
   * @throws RelyingPartyException.StoreUnavailable if the database cannot be used
   */
  static Assembly of(Settings settings) throws RelyingPartyException {
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
    return new Assembly(
        store,
        opened.allowances(),
        trust,
        new Registration(store, policy, trust, library, issuer, lookup),
        new Authentication(store, policy, library, issuer, lookup, new Decoys(signingKeys)),
        tokens,
        secrets,
        signingKeys,
        administration,
        Factors.over(store, settings, secrets, signingKeys));
  }
}
