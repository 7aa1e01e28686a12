package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.Credentials;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import dev.touchstone.rp.audit.Caller;
import java.util.Optional;

/**
 * What becomes of the credential record (WebAuthn Level 3 §7.2 step 24).
 *
 * @param use what is stored of an accepted sign-in
 * @param suspected whether the refused answer may have come from a clone
 * @param credential as it is afterwards; empty if it is not known
 */
record SignInOutcome(
    Optional<Credentials.Use> use, boolean suspected, Optional<Credential> credential) {

  static SignInOutcome of(
      AuthenticationEvidence evidence, boolean accepted, boolean clone, Caller caller) {
    Optional<Credential> before = evidence.record().present().map(CredentialRecord::credential);
    if (accepted) {
      Credentials.Use use = use(before.orElseThrow(), evidence, clone, caller);
      return new SignInOutcome(Optional.of(use), false, before.map(it -> it.after(use)));
    }
    boolean suspected = clone && before.isPresent();
    return new SignInOutcome(
        Optional.empty(), suspected, suspected ? before.map(Credential::suspected) : before);
  }

  private static Credentials.Use use(
      Credential before, AuthenticationEvidence evidence, boolean clone, Caller caller) {
    AuthenticatorData data = evidence.authenticatorData().present().orElseThrow();
    // A counter that is accepted although it went back does not lower what is stored: otherwise
    // the next answer of either copy of the key would look innocent.
    return new Credentials.Use(
        Math.max(before.signCount(), data.signCount()),
        data.has(Flag.BS),
        before.userVerified() || data.has(Flag.UV),
        before.possibleClone() || clone,
        evidence.now(),
        caller.address());
  }
}
