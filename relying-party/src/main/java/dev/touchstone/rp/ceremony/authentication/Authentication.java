package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.Credentials;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.statement.AuthenticatorData;
import dev.touchstone.rp.attestation.statement.AuthenticatorData.Flag;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyAudit;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.ceremony.Issuer;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.ceremony.Verdict.LibraryDecision;
import dev.touchstone.rp.ceremony.check.StepList;
import dev.touchstone.rp.ceremony.library.Judgement;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.option.RequestOptions;
import dev.touchstone.rp.ceremony.response.AuthenticationResponse;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.RequestInvalid;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownCeremony;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import java.util.List;
import java.util.Optional;

/** The authentication ceremony (WebAuthn Level 3 §7.2): options out, response in, verdict back. */
public final class Authentication {

  private final Store store;
  private final Policy policy;
  private final Library library;
  private final Issuer issuer;

  public Authentication(Store store, Policy policy, Library library, Issuer issuer) {
    this.store = store;
    this.policy = policy;
    this.library = library;
    this.issuer = issuer;
  }

  /** Makes options with a fresh challenge, for one account or for any discoverable credential. */
  public PendingCeremony begin(AuthenticationRequest request, Caller caller)
      throws RelyingPartyException {
    RequestOptions.check(request);
    return store.write(records -> {
      Optional<User> user = user(request, records);
      List<Credential> allowed =
          user.map(it -> records.credentials().of(it.name())).orElse(List.of());
      if (user.isPresent() && allowed.isEmpty()) {
        throw new RequestInvalid(
            "The user '%s' has no credential to sign in with; register a key first."
                .formatted(user.get().name()));
      }
      Bytes challenge = issuer.challenge();
      RequestOptions options = RequestOptions.make(request, policy, challenge, allowed);
      Ceremony ceremony =
          issuer.issue(
              CeremonyKind.AUTHENTICATION,
              user.map(it -> Bytes.ofBase64Url(it.handle())),
              Optional.empty(),
              "",
              challenge,
              options.json().toString());
      records
          .audit()
          .append(
              AuditEvent.succeeded(
                  ceremony.begun(),
                  AuditEvents.SIGN_IN_BEGIN,
                  caller,
                  user.map(User::name).orElse("")));
      return issuer.remember(ceremony, records);
    });
  }

  /** Judges the response, and updates the credential if it is accepted. */
  public Verdict finish(String ceremonyId, String responseJson, Caller caller)
      throws RelyingPartyException {
    AuthenticationResponse response = AuthenticationResponse.parse(responseJson);
    return store.write(records -> {
      Ceremony ceremony =
          records
              .ceremonies()
              .find(ceremonyId, CeremonyKind.AUTHENTICATION)
              .orElseThrow(() -> new UnknownCeremony(ceremonyId, "sign-in"));
      return judge(
          AuthenticationEvidence.of(ceremony, response, records, issuer.now()), records, caller);
    });
  }

  private Verdict judge(AuthenticationEvidence evidence, Records records, Caller caller) {
    Judgement judgement = library.authentication(evidence.ceremony(), evidence.response(), records);
    StepList steps = new AuthenticationSteps(evidence, records, judgement, policy).list();
    boolean clone = mayBeClone(evidence, steps);
    boolean accepted = judgement.accepted() && steps.failed().isEmpty();
    records
        .ceremonies()
        .spend(evidence.ceremony().id(), new Ceremony.Answer(evidence.now(), evidence.digest()));
    if (accepted) {
      update(evidence, clone, records, caller);
    } else if (clone) {
      records.credentials().suspectClone(evidence.response().id());
    }
    Verdict verdict =
        new Verdict(
            CeremonyKind.AUTHENTICATION,
            accepted,
            steps.steps(),
            new LibraryDecision(
                judgement.accepted(), judgement.words(), steps.stricterThanTheLibrary()),
            warnings(clone, evidence),
            records.credentials().find(evidence.response().id()).map(CredentialRecord::credential),
            Optional.empty());
    records
        .audit()
        .append(CeremonyAudit.of(verdict, subject(evidence, records), evidence.now(), caller));
    return verdict;
  }

  /** The owner of the credential, or else the one who was asked for. */
  private static String subject(AuthenticationEvidence evidence, Records records) {
    return evidence
        .record()
        .present()
        .map(it -> it.credential().userName())
        .or(() ->
            evidence.ceremony().userHandle().flatMap(records.users()::withHandle).map(User::name))
        .orElse("");
  }

  /** WebAuthn Level 3 §7.2 step 24. */
  private static void update(
      AuthenticationEvidence evidence, boolean clone, Records records, Caller caller) {
    CredentialRecord record = evidence.record().present().orElseThrow();
    AuthenticatorData data = evidence.authenticatorData().present().orElseThrow();
    Credential before = record.credential();
    // A counter that is accepted although it went back does not lower what is stored: otherwise
    // the next answer of either copy of the key would look innocent.
    Credentials.Use use =
        new Credentials.Use(
            Math.max(before.signCount(), data.signCount()),
            data.has(Flag.BS),
            before.userVerified() || data.has(Flag.UV),
            before.possibleClone() || clone,
            evidence.now(),
            caller.address());
    records.credentials().used(record.id(), use);
    records.users().signedIn(record.userHandle(), evidence.now());
  }

  /** A response in which anything else is wrong tells nothing of the key. */
  private boolean mayBeClone(AuthenticationEvidence evidence, StepList steps) {
    return new CounterStep(evidence, policy.counterPolicy()).wentBack()
        && steps.failed().stream().allMatch(AuthenticationSteps.COUNTER::equals);
  }

  private List<String> warnings(boolean clone, AuthenticationEvidence evidence) {
    if (!clone || policy.counterPolicy() == CounterPolicy.ACCEPT) {
      return List.of();
    }
    return List.of(
        "The signature counter of credential %s did not go up: the key may be a clone. Find out who else has a copy, or delete the credential."
            .formatted(evidence.response().id()));
  }

  private static Optional<User> user(AuthenticationRequest request, Records records)
      throws UnknownUser {
    if (request.userName().isEmpty()) {
      return Optional.empty();
    }
    String name = request.userName().get();
    return Optional.of(records.users().named(name).orElseThrow(() -> new UnknownUser(name)));
  }
}
