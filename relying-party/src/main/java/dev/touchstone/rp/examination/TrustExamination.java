package dev.touchstone.rp.examination;

import dev.touchstone.rp.account.Bytes;
import dev.touchstone.rp.account.Credential;
import dev.touchstone.rp.account.CredentialRecord;
import dev.touchstone.rp.attestation.AttestationExplainer;
import dev.touchstone.rp.attestation.AttestationReport;
import dev.touchstone.rp.attestation.policy.Objection;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.ceremony.Records;
import dev.touchstone.rp.ceremony.Store;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Examines the attestation of every stored credential anew, by whom is trusted now. Certificates
 * are judged as of the day of the registration: an attestation that was made while its certificate
 * was valid stays made. What the metadata say of the model is judged as of today.
 */
public final class TrustExamination {

  private static final int PAGE = 200;

  private final Store store;
  private final Trust trust;
  private final Instant now;
  private final List<Examined> lost = new ArrayList<>();
  private final List<Examined> gained = new ArrayList<>();
  private final List<Examined> refused = new ArrayList<>();
  private int examined;
  private int trusted;

  /** For one run. */
  public TrustExamination(Store store, Trust trust, Instant now) {
    this.store = store;
    this.trust = trust;
    this.now = now;
  }

  /**
   * Examines and changes nothing.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be read
   */
  public ExaminationResult preview() throws RelyingPartyException {
    List<CredentialRecord> page = page("");
    while (!page.isEmpty()) {
      page.forEach(this::examine);
      page = page(page.getLast().credential().id());
    }
    return result();
  }

  /**
   * Examines, and stores what became of each credential, a page at a time. Interrupted, it has done
   * some and not others; the next run does those.
   *
   * @throws RelyingPartyException.StoreUnavailable if the store cannot be written
   */
  public ExaminationResult apply(Caller caller) throws RelyingPartyException {
    List<CredentialRecord> page = page("");
    while (!page.isEmpty()) {
      List<Examined> changed = page.stream().map(this::examine).filter(Examined::changed).toList();
      if (!changed.isEmpty()) {
        store.write(records -> {
          changed.forEach(each -> change(each, records, caller));
          return changed.size();
        });
      }
      page = page(page.getLast().credential().id());
    }
    return result();
  }

  private List<CredentialRecord> page(String after) throws RelyingPartyException {
    return store.read(records -> records.credentials().page(after, PAGE));
  }

  private Examined examine(CredentialRecord record) {
    Credential credential = record.credential();
    AttestationReport report =
        AttestationExplainer.explain(
            record.attestationObject().toArray(),
            Optional.of(record.attestationClientData().sha256().toArray()),
            trust.anchors(),
            credential.created());
    List<Objection> objections =
        trust.policy().objections(report, LocalDate.ofInstant(now, ZoneOffset.UTC));
    Examined result =
        new Examined(
            credential,
            report.trusted() && objections.isEmpty(),
            objections.isEmpty()
                ? report.sentence()
                : objections.stream().map(Objection::sentence).collect(Collectors.joining(" ")));
    count(result, !objections.isEmpty());
    return result;
  }

  private void count(Examined result, boolean objected) {
    examined++;
    if (result.trusted()) {
      trusted++;
    }
    if (result.changed()) {
      (result.trusted() ? gained : lost).add(result);
    }
    if (objected) {
      refused.add(result);
    }
  }

  private void change(Examined result, Records records, Caller caller) {
    Credential credential = result.credential();
    if (records.credentials().trust(Bytes.ofBase64Url(credential.id()), result.trusted())) {
      records
          .audit()
          .append(
              AuditEvent.succeeded(now, AuditEvents.CREDENTIAL_TRUST, caller, credential.userName())
                  .about(credential.id())
                  .with("trusted", Boolean.toString(result.trusted()))
                  .with("because", result.because()));
    }
  }

  private ExaminationResult result() {
    return new ExaminationResult(examined, trusted, lost, gained, refused);
  }
}
