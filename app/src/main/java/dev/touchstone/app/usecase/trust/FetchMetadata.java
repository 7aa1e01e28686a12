package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.attestation.mds.Download;
import dev.touchstone.rp.attestation.mds.Fetched;
import dev.touchstone.rp.attestation.mds.HttpRevocationLists;
import dev.touchstone.rp.attestation.mds.MetadataService;
import dev.touchstone.rp.attestation.mds.MetadataSource;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.examination.ExaminationResult;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Fetches a metadata BLOB, shows what it would change, and keeps it. What is stored is examined
 * anew by it.
 */
public final class FetchMetadata {

  private final RelyingParty relyingParty;
  private final Download download;
  private final InstantSource clock;

  FetchMetadata(RelyingParty relyingParty, Download download, InstantSource clock) {
    this.relyingParty = relyingParty;
    this.download = download;
    this.clock = clock;
  }

  /**
   * What came, and what it means.
   *
   * @param fetched the BLOB with everything that was checked
   * @param examination what becomes of the stored credentials; empty where nothing is taken
   */
  public record Result(Fetched fetched, Optional<ExaminationResult> examination) {}

  /**
   * Fetches and judges. Nothing is kept.
   *
   * @throws Failure if what is kept so far, or the database, cannot be read. That the source cannot
   *     be reached, or that the BLOB is refused, is no failure but a result
   */
  public Result preview(MetadataSource source) throws Failure {
    try {
      MetadataService service = service();
      Fetched fetched = service.fetch(source);
      if (fetched.result() != Fetched.Result.NEWER) {
        return new Result(fetched, Optional.empty());
      }
      Trust trust = relyingParty.trust().current();
      Trust then = new Trust(trust.anchors().withMetadata(service.with(fetched)), trust.policy());
      return new Result(fetched, Optional.of(relyingParty.examination(then).preview()));
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  /**
   * Keeps what {@link #preview} found good, and stores which credentials are trusted now.
   *
   * @throws Failure if it cannot be written, or somebody kept a newer one since; what was kept
   *     before still is
   */
  public Result keep(Result previewed) throws Failure {
    Fetched fetched = previewed.fetched();
    if (fetched.candidate().isEmpty()) {
      note(fetched);
      return previewed;
    }
    try {
      if (!service().keep(fetched)) {
        throw overtaken();
      }
      note(fetched);
      return fetched.result() == Fetched.Result.NEWER
          ? new Result(fetched, Optional.of(relyingParty.examination().apply(Caller.CONSOLE)))
          : previewed;
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  private MetadataService service() {
    return relyingParty.trust().metadata(download, new HttpRevocationLists(download));
  }

  private static Failure overtaken() {
    return new Failure(
        new Advice(
            Advice.Kind.FAILED,
            "Somebody else has kept newer metadata of the same publisher meanwhile.",
            "Nothing was changed.",
            "Look at them with 'touchstone trust', or fetch again.",
            ""));
  }

  private void note(Fetched fetched) throws Failure {
    AuditEvent event =
        switch (fetched.result()) {
          case NEWER, UNCHANGED ->
              AuditEvent.succeeded(clock.instant(), AuditEvents.TRUST_UPDATE, Caller.CONSOLE, "");
          case REFUSED ->
              AuditEvent.refused(
                  clock.instant(), AuditEvents.TRUST_UPDATE, Caller.CONSOLE, "", fetched.because());
          case UNREACHABLE ->
              AuditEvent.failed(
                  clock.instant(), AuditEvents.TRUST_UPDATE, Caller.CONSOLE, "", fetched.because());
        };
    try {
      relyingParty.note(
          event
              .with("what", "metadata")
              .with("source", fetched.source().name())
              .with("number", fetched.candidate().map(it -> "" + it.number()).orElse("")));
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }
}
