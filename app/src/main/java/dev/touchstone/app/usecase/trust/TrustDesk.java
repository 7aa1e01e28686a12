package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Advice;
import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.app.settings.SettingsException;
import dev.touchstone.app.settings.TrustPolicyFile;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.mds.Download;
import dev.touchstone.rp.attestation.mds.HttpRevocationLists;
import dev.touchstone.rp.attestation.mds.MetadataFiles;
import dev.touchstone.rp.attestation.mds.MetadataService;
import dev.touchstone.rp.attestation.mds.Publisher;
import dev.touchstone.rp.attestation.policy.Trust;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom this installation trusts at the moment: Yubico's roots, the laboratory's while its keys are
 * offered, the operator's own, and what the kept metadata say; under the policy that is set. Read
 * again when one of the files changed, whoever changed it.
 */
public final class TrustDesk {

  private static final Logger LOG = LoggerFactory.getLogger(TrustDesk.class);
  private static final String LABORATORY = "Touchstone Laboratory";

  /** Tells the laboratory's root; empty while its keys are not offered. */
  @FunctionalInterface
  public interface LaboratoryRoot {
    Optional<X509Certificate> get() throws Failure;
  }

  private final Settings settings;
  private final LaboratoryRoot laboratory;
  private final Download download;
  private final InstantSource clock;
  private final TrustPolicyFile policyFile;
  private Optional<X509Certificate> root = Optional.empty();
  private @Nullable Trust current;
  private String version = "";

  /** Reads nothing yet. */
  public TrustDesk(
      Settings settings, LaboratoryRoot laboratory, Download download, InstantSource clock) {
    this.settings = settings;
    this.laboratory = laboratory;
    this.download = download;
    this.clock = clock;
    this.policyFile = new TrustPolicyFile(settings.trustPolicy());
  }

  /**
   * Whom is trusted now.
   *
   * @throws Failure if the policy or the laboratory cannot be read
   */
  public synchronized Trust current() throws Failure {
    String now = versionNow();
    if (current == null || !now.equals(version)) {
      current = new Trust(anchors(), policy());
      version = now;
    }
    return current;
  }

  /** The same; where it cannot be read any more, as it was last read. */
  public synchronized Trust currentOrLast() {
    try {
      return current();
    } catch (Failure e) {
      if (current == null) {
        throw new IllegalStateException("nobody asked before", e);
      }
      LOG.warn("Trust cannot be read anew: {}", e.advice().happened());
      return current;
    }
  }

  /** The anchors for somebody who only looks: the laboratory is not founded for it. */
  public TrustAnchors anchorsToLook() throws Failure {
    return Files.exists(settings.laboratory())
        ? current().anchors()
        : TrustAnchors.bundled().plusFolder(settings.trustAnchors());
  }

  /** The BLOBs. */
  MetadataService metadata() throws Failure {
    List<Publisher> publishers = new ArrayList<>(List.of(Publisher.fido()));
    root().ifPresent(it -> publishers.add(Publisher.of(LABORATORY, it)));
    TrustAnchors further = TrustAnchors.none().plusFolder(settings.metadataRoots());
    further
        .anchors()
        .forEach(anchor -> publishers.add(Publisher.of(anchor.origin(), anchor.certificate())));
    return new MetadataService(
        publishers,
        new MetadataFiles(settings.metadata()),
        download,
        new HttpRevocationLists(download),
        clock);
  }

  /** What is kept of them. */
  MetadataService.Known known() throws Failure {
    try {
      return metadata().known();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** The policy, trust required by the settings included. */
  TrustPolicy policy() throws Failure {
    try {
      TrustPolicy read = policyFile.read();
      return settings.trustRequired() ? read.withTrustRequired(true) : read;
    } catch (SettingsException e) {
      throw failure(e);
    }
  }

  void keep(TrustPolicy policy) throws Failure {
    try {
      policyFile.write(policy);
    } catch (SettingsException e) {
      throw failure(e);
    }
    changed();
  }

  /** Something was written that may be too fresh to have another date. */
  synchronized void changed() {
    version = "";
  }

  static Failure failure(Exception e) {
    return new Failure(
        new Advice(Advice.Kind.FAILED, String.valueOf(e.getMessage()), "", "", ""), e);
  }

  /** To open the laboratory takes longer than all the rest. */
  private synchronized Optional<X509Certificate> root() throws Failure {
    if (root.isEmpty()) {
      root = laboratory.get();
    }
    return root;
  }

  private TrustAnchors anchors() throws Failure {
    TrustAnchors anchors = TrustAnchors.bundled();
    Optional<X509Certificate> own = root();
    if (own.isPresent()) {
      anchors = anchors.plus("the laboratory of the virtual keys", List.of(own.get()));
    }
    return anchors.plusFolder(settings.trustAnchors()).withMetadata(known().metadata());
  }

  private String versionNow() {
    return versionOf(settings.trustPolicy())
        + versionOf(settings.metadata())
        + versionOf(settings.trustAnchors())
        + versionOf(settings.metadataRoots());
  }

  private static String versionOf(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant() + " ";
    } catch (IOException e) {
      return "none ";
    }
  }
}
