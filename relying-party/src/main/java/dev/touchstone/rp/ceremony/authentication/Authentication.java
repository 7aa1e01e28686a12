package dev.touchstone.rp.ceremony.authentication;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.AuthenticationRequest;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.CounterPolicy;
import dev.touchstone.rp.ceremony.Draft;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.Stored;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.ceremony.Verdict.LibraryDecision;
import dev.touchstone.rp.ceremony.check.StepList;
import dev.touchstone.rp.ceremony.library.Judgement;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.option.RequestOptions;
import dev.touchstone.rp.ceremony.response.AuthenticationResponse;
import dev.touchstone.rp.ceremony.response.ReceivedClientData;
import dev.touchstone.rp.ceremony.token.CeremonyLookup;
import dev.touchstone.rp.ceremony.token.Issuer;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.util.List;
import java.util.Optional;

/** The authentication ceremony (WebAuthn Level 3 §7.2): options out, response in, verdict back. */
public final class Authentication {

  private final Store store;
  private final Policy policy;
  private final Library library;
  private final Issuer issuer;
  private final CeremonyLookup lookup;
  private final Decoys decoys;

  public Authentication(
      Store store,
      Policy policy,
      Library library,
      Issuer issuer,
      CeremonyLookup lookup,
      Decoys decoys) {
    this.decoys = decoys;
    this.lookup = lookup;
    this.store = store;
    this.policy = policy;
    this.library = library;
    this.issuer = issuer;
  }

  /** Makes options with a fresh challenge, for one account or for any discoverable credential. */
  public PendingCeremony begin(AuthenticationRequest request, Caller caller)
      throws RelyingPartyException {
    RequestOptions.check(request);
    decoys.prepare();
    Bytes challenge = issuer.challenge();
    // All at once: what has to be looked up, the one who writes has at hand.
    return store.write(records -> {
      Asked asked = Asked.of(request, records, decoys);
      RequestOptions options = RequestOptions.make(request, policy, challenge, asked.allowed());
      Ceremony ceremony =
          issuer.issue(
              CeremonyKind.AUTHENTICATION,
              asked.userHandle(),
              Optional.empty(),
              "",
              challenge,
              options.json().toString());
      records.audit().append(begun(asked, ceremony, caller));
      return issuer.remember(ceremony, records);
    });
  }

  private static AuditEvent begun(Asked asked, Ceremony ceremony, Caller caller) {
    String event = AuditEvents.SIGN_IN_BEGIN;
    return asked.reason().isEmpty()
        ? AuditEvent.succeeded(ceremony.begun(), event, caller, asked.subject())
        : AuditEvent.refused(ceremony.begun(), event, caller, asked.subject(), asked.reason());
  }

  /** Judges the response, and updates the credential if it is accepted. */
  public Verdict finish(CeremonyReference reference, String responseJson, Caller caller)
      throws RelyingPartyException {
    AuthenticationResponse response = AuthenticationResponse.parse(responseJson);
    ReceivedClientData clientData = ReceivedClientData.of(response.clientDataJson());
    CeremonyReference opened = lookup.opened(reference, CeremonyKind.AUTHENTICATION);
    return Draft.judged(
        store,
        store::lookUp,
        records -> {
          Ceremony ceremony =
              lookup.find(opened, CeremonyKind.AUTHENTICATION, clientData.challenge(), records);
          return Stored.of(
              ceremony, response.id(), response.userHandle(), clientData.challenge(), records);
        },
        stored ->
            judge(AuthenticationEvidence.of(stored, response, clientData, issuer.now()), caller));
  }

  private Draft judge(AuthenticationEvidence evidence, Caller caller) {
    Judgement judgement =
        library.authentication(evidence.stored(), evidence.options().json(), evidence.response());
    StepList steps =
        new AuthenticationSteps(evidence, judgement, policy, caller.atConsole()).list();
    boolean clone = mayBeClone(evidence, steps);
    boolean accepted = judgement.accepted() && steps.failed().isEmpty();
    SignInOutcome outcome = SignInOutcome.of(evidence, accepted, clone, caller);
    Verdict verdict =
        new Verdict(
            CeremonyKind.AUTHENTICATION,
            accepted,
            steps.steps(),
            new LibraryDecision(
                judgement.accepted(), judgement.words(), steps.stricterThanTheLibrary()),
            warnings(clone, evidence),
            outcome.credential(),
            Optional.empty(),
            Optional.empty());
    return new AuthenticationDraft(evidence, outcome, verdict, subject(evidence), caller);
  }

  /** The owner of the credential, or else the one who was asked for. */
  private static String subject(AuthenticationEvidence evidence) {
    return evidence
        .record()
        .present()
        .map(it -> it.credential().userName())
        .or(() ->
            evidence.ceremony().userHandle().flatMap(evidence.stored()::account).map(User::name))
        .orElse("");
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
}
