package dev.touchstone.rp.ceremony.registration;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.CredentialDescriptor;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.account.User;
import dev.touchstone.rp.attestation.AttestationExplainer;
import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.policy.Objection;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Ceremony;
import dev.touchstone.rp.ceremony.CeremonyKind;
import dev.touchstone.rp.ceremony.CeremonyReference;
import dev.touchstone.rp.ceremony.Draft;
import dev.touchstone.rp.ceremony.PendingCeremony;
import dev.touchstone.rp.ceremony.Policy;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.RegistrationRequest;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.ceremony.Stored;
import dev.touchstone.rp.ceremony.TrustSource;
import dev.touchstone.rp.ceremony.Verdict;
import dev.touchstone.rp.ceremony.Verdict.LibraryDecision;
import dev.touchstone.rp.ceremony.check.StepList;
import dev.touchstone.rp.ceremony.library.Judgement;
import dev.touchstone.rp.ceremony.library.Library;
import dev.touchstone.rp.ceremony.option.CreationOptions;
import dev.touchstone.rp.ceremony.response.ReceivedClientData;
import dev.touchstone.rp.ceremony.response.RegistrationResponse;
import dev.touchstone.rp.ceremony.token.CeremonyLookup;
import dev.touchstone.rp.ceremony.token.Issuer;
import dev.touchstone.rp.desk.Enrolment;
import dev.touchstone.rp.failure.RelyingPartyException;
import dev.touchstone.rp.failure.RelyingPartyException.AccountConflict;
import dev.touchstone.rp.failure.RelyingPartyException.UnknownUser;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The registration ceremony (WebAuthn Level 3 §7.1): options out, response in, verdict back. */
public final class Registration {

  private final Store store;
  private final Policy policy;
  private final TrustSource trust;
  private final Library library;
  private final Issuer issuer;
  private final CeremonyLookup lookup;

  /**
   * Does nothing yet.
   *
   * @param trust whom is trusted; asked at each registration
   */
  public Registration(
      Store store,
      Policy policy,
      TrustSource trust,
      Library library,
      Issuer issuer,
      CeremonyLookup lookup) {
    this.lookup = lookup;
    this.store = store;
    this.policy = policy;
    this.trust = trust;
    this.library = library;
    this.issuer = issuer;
  }

  /** Makes options with a fresh challenge, and the account when it does not exist. */
  public PendingCeremony begin(RegistrationRequest request, Caller caller)
      throws RelyingPartyException {
    CreationOptions.check(request);
    return store.write(records -> {
      Optional<User> known = account(request, records);
      refuseStranger(request, known, records);
      User user = known.orElseGet(() -> newcomer(request));
      List<CredentialDescriptor> registered =
          known
              .map(it -> records.credentials().descriptors(Bytes.ofBase64Url(it.handle())))
              .orElse(List.of());
      Bytes challenge = issuer.challenge();
      CreationOptions options = CreationOptions.make(request, policy, user, challenge, registered);
      Ceremony ceremony =
          issuer.issue(
              CeremonyKind.REGISTRATION,
              Optional.of(Bytes.ofBase64Url(user.handle())),
              known.isPresent() ? Optional.empty() : Optional.of(user),
              request.label(),
              challenge,
              options.json().toString());
      records
          .audit()
          .append(
              AuditEvent.succeeded(
                  ceremony.begun(), AuditEvents.REGISTRATION_BEGIN, caller, user.name()));
      return issuer.remember(ceremony, records);
    });
  }

  /** Judges the response, and stores the credential if it is accepted. */
  public Verdict finish(CeremonyReference reference, String responseJson, Caller caller)
      throws RelyingPartyException {
    RegistrationResponse response = RegistrationResponse.parse(responseJson);
    ReceivedClientData clientData = ReceivedClientData.of(response.clientDataJson());
    CeremonyReference opened = lookup.opened(reference, CeremonyKind.REGISTRATION);
    return Draft.judged(
        store,
        store::read, // metadata that nobody has read yet have megabytes
        records -> {
          Ceremony ceremony =
              lookup.find(opened, CeremonyKind.REGISTRATION, clientData.challenge(), records);
          return new Known(
              Stored.of(ceremony, response.id(), Optional.empty(), clientData.challenge(), records),
              ceremony.userHandle().flatMap(it -> records.enrolments().begunBy(it, ceremony.id())),
              trust.current(records));
        },
        known ->
            judge(
                RegistrationEvidence.of(known.stored(), response, clientData, issuer.now()),
                known.code(),
                known.trust(),
                caller));
  }

  /** What was stored, whose one-time code began the ceremony, if one did, and whom is trusted. */
  private record Known(Stored stored, Optional<Enrolment> code, Trust trust) {}

  private Draft judge(
      RegistrationEvidence evidence, Optional<Enrolment> code, Trust now, Caller caller) {
    Judgement judgement =
        library.registration(evidence.stored(), evidence.response(), now.anchors());
    AttestationReport report = explain(evidence, now.anchors());
    List<Objection> objections =
        now.policy().objections(report, LocalDate.ofInstant(evidence.now(), ZoneOffset.UTC));
    Optional<User> owner = owner(evidence.stored());
    StepList steps =
        new RegistrationSteps(evidence, owner, judgement, policy, report, objections).list();
    boolean accepted = judgement.accepted() && steps.failed().isEmpty();
    Optional<CredentialRecord> registered = evidence.stored().credential();
    Optional<CredentialRecord> made =
        accepted
            ? owner.map(user -> NewCredential.record(evidence, policy, report, user))
            : Optional.empty();
    Verdict verdict =
        new Verdict(
            CeremonyKind.REGISTRATION,
            accepted,
            steps.steps(),
            new LibraryDecision(
                judgement.accepted(), judgement.words(), steps.stricterThanTheLibrary()),
            accepted ? warnings(evidence, judgement, report) : List.of(),
            made.or(() -> registered).map(CredentialRecord::credential),
            Optional.of(report),
            Optional.empty());
    return new RegistrationDraft(
        evidence,
        registered.isPresent(),
        made.flatMap(_ -> code),
        made,
        verdict,
        owner.map(User::name).orElse(""),
        caller);
  }

  static Optional<User> owner(Stored stored) {
    Ceremony ceremony = stored.ceremony();
    return ceremony.newcomer().or(() -> ceremony.userHandle().flatMap(stored::account));
  }

  static AttestationReport explain(RegistrationEvidence evidence, TrustAnchors anchors) {
    return evidence
        .attestation()
        .present()
        .flatMap(object ->
            evidence
                .examined()
                .present()
                .map(it -> AttestationExplainer.explain(object, it, anchors, evidence.now())))
        .orElseGet(() -> explainUnreadable(evidence, anchors));
  }

  private static AttestationReport explainUnreadable(
      RegistrationEvidence evidence, TrustAnchors anchors) {
    return AttestationExplainer.explain(
        evidence.response().attestationObject().toArray(),
        Optional.of(evidence.clientDataHash().toArray()),
        anchors,
        evidence.now());
  }

  private static List<String> warnings(
      RegistrationEvidence evidence, Judgement judgement, AttestationReport report) {
    List<String> warnings = new ArrayList<>();
    if (!report.trusted() && evidence.options().asksForAttestation()) {
      warnings.add(report.sentence());
    }
    if (AttestationSteps.libraryVerifies(report.format())
        && report.trusted() != judgement.attestationTrusted()) {
      warnings.add(
          "Defect of this program: the library %s the attestation, and our own path check does not agree."
              .formatted(judgement.attestationTrusted() ? "trusts" : "does not trust"));
    }
    return warnings;
  }

  private static Optional<User> account(RegistrationRequest request, Records records)
      throws UnknownUser {
    Optional<User> named = records.users().named(request.userName());
    return switch (request.account()) {
      case ANY -> named;
      case NEW -> Optional.empty();
      case EXISTING -> Optional.of(named.orElseThrow(() -> new UnknownUser(request.userName())));
    };
  }

  /**
   * A query of its own: an account that had to be waited for is older than what it asks of others.
   */
  private static void refuseStranger(
      RegistrationRequest request, Optional<User> known, Records records) throws AccountConflict {
    if (known.isEmpty() || request.owner().isEmpty()) {
      return;
    }
    User owner = request.owner().get();
    if (!owner.handle().equals(known.get().handle())) {
      throw new AccountConflict("The account of that name is another one by now.");
    }
    if (records.revocations().lastCutOff(owner.handle()).isAfter(owner.lastCutOff())) {
      throw new AccountConflict("The account was signed out everywhere meanwhile.");
    }
  }

  /** The account is made when the registration is accepted: an abandoned one leaves nothing. */
  private User newcomer(RegistrationRequest request) {
    String name = request.userName();
    String shown = request.displayName().isBlank() ? name : request.displayName();
    return User.made(issuer.userHandle().base64Url(), name, shown, request.profile(), issuer.now());
  }
}
