package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Advisor;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.app.settings.TrustPolicyFile;
import dev.touchstone.rp.RelyingParty;
import dev.touchstone.rp.attestation.mds.Download;
import dev.touchstone.rp.attestation.mds.KeptBlob;
import dev.touchstone.rp.attestation.mds.MetadataFiles;
import dev.touchstone.rp.attestation.mds.MetadataService;
import dev.touchstone.rp.attestation.mds.RevocationLists;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.audit.AuditEvent;
import dev.touchstone.rp.audit.AuditEvents;
import dev.touchstone.rp.audit.Caller;
import dev.touchstone.rp.failure.RelyingPartyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what earlier versions kept in the data folder: the metadata and the policy, which are
 * in the database now, for all replicas. What was taken over is put aside, so that nobody changes a
 * file that nobody reads.
 */
public final class TrustFiles {

  private static final Logger LOG = LoggerFactory.getLogger(TrustFiles.class);
  private static final String ASIDE = ".taken-over";

  private final Settings settings;
  private final InstantSource clock;

  /** Reads nothing yet. */
  public TrustFiles(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Takes over what is there; usually that is nothing.
   *
   * @throws Failure if the policy's file makes no sense and no other policy was set, or the
   *     database cannot be written
   */
  public void takeOver(RelyingParty relyingParty) throws Failure {
    try {
      if (Files.exists(settings.trustPolicy())) {
        policy(relyingParty);
      }
      if (Files.exists(settings.metadata())) {
        metadata(relyingParty);
      }
    } catch (SettingsException e) {
      throw new Failure(
          new Advice(Advice.Kind.FAILED, String.valueOf(e.getMessage()), "", "", ""), e);
    } catch (RelyingPartyException e) {
      throw new Failure(Advisor.on(e), e);
    }
  }

  private void policy(RelyingParty relyingParty) throws SettingsException, RelyingPartyException {
    Path file = settings.trustPolicy();
    if (relyingParty.trust().policy().isPresent()) {
      LOG.warn(
          "{} is not read: the policy is in the database, set it with 'touchstone trust policy'",
          file);
      return;
    }
    Optional<TrustPolicy> read = new TrustPolicyFile(file).read();
    if (read.isPresent()) {
      relyingParty.trust().keep(read.get());
      note(
          relyingParty,
          event("policy", file).with("policy", String.join("; ", PolicyWords.of(read.get()))));
      putAside(file);
    }
  }

  private void metadata(RelyingParty relyingParty) throws RelyingPartyException {
    Path folder = settings.metadata();
    MetadataService service =
        relyingParty.trust().metadata(Download.usual(), RevocationLists.offline());
    try {
      MetadataFiles.Kept kept = new MetadataFiles(folder).all();
      kept.complaints().forEach(LOG::warn);
      for (KeptBlob blob : kept.blobs()) {
        if (service.takeOver(blob)) {
          note(
              relyingParty,
              event("metadata", folder)
                  .with("source", blob.source())
                  .with("number", "" + blob.number()));
        } else {
          LOG.warn(
              "The kept metadata from {} are not taken over: they are not believed, or others are"
                  + " kept that are as new",
              blob.source());
        }
      }
      putAside(folder);
    } catch (IOException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private AuditEvent event(String what, Path from) {
    return AuditEvent.succeeded(clock.instant(), AuditEvents.TRUST_UPDATE, Caller.CONSOLE, "")
        .with("what", what)
        .with("taken_over_from", from.toString());
  }

  private static void note(RelyingParty relyingParty, AuditEvent event)
      throws RelyingPartyException {
    relyingParty.note(event);
  }

  private static void putAside(Path path) {
    try {
      Files.move(
          path,
          path.resolveSibling(path.getFileName() + ASIDE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} was taken over, and could not be put aside: {}", path, e.getMessage());
    }
  }
}
