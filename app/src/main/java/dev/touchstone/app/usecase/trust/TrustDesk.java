package dev.touchstone.app.usecase.trust;

import dev.touchstone.app.advice.Failure;
import dev.touchstone.app.settings.Settings;
import dev.touchstone.rp.attestation.TrustAnchors;
import dev.touchstone.rp.attestation.mds.Publisher;
import dev.touchstone.rp.attestation.policy.TrustPolicy;
import dev.touchstone.rp.trust.TrustBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom this installation trusts by what is in the program and in its data folder: Yubico's roots,
 * the laboratory's while its keys are offered, and the operator's own. Read again when one of the
 * folders changed, whoever changed it. Metadata and policy come from the database.
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
  private Optional<X509Certificate> root = Optional.empty();
  private @Nullable TrustBase current;
  private String version = "";

  /** Reads nothing yet. */
  public TrustDesk(Settings settings, LaboratoryRoot laboratory) {
    this.settings = settings;
    this.laboratory = laboratory;
  }

  /**
   * Whom is trusted now.
   *
   * @throws Failure if the laboratory cannot be read
   */
  public synchronized TrustBase current() throws Failure {
    String now = versionOf(settings.trustAnchors()) + versionOf(settings.metadataRoots());
    if (current == null || !now.equals(version)) {
      current = base(root());
      version = now;
    }
    return current;
  }

  /** The same; where it cannot be read any more, as it was last read. */
  public synchronized TrustBase currentOrLast() {
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

  /** The same for somebody who only looks: the laboratory is not founded for it. */
  public TrustBase toLook() throws Failure {
    return looksAreFree() ? current() : base(Optional.empty());
  }

  /** Whether it can be asked whom is trusted without a laboratory being founded. */
  public boolean looksAreFree() {
    return !settings.virtualKey() || Files.exists(settings.laboratory());
  }

  /** To open the laboratory takes longer than all the rest. */
  private Optional<X509Certificate> root() throws Failure {
    if (root.isEmpty()) {
      root = laboratory.get();
    }
    return root;
  }

  private TrustBase base(Optional<X509Certificate> own) {
    TrustAnchors anchors = TrustAnchors.bundled();
    List<Publisher> publishers = new ArrayList<>(List.of(Publisher.fido()));
    if (own.isPresent()) {
      anchors = anchors.plus("the laboratory of the virtual keys", List.of(own.get()));
      publishers.add(Publisher.of(LABORATORY, own.get()));
    }
    TrustAnchors.none()
        .plusFolder(settings.metadataRoots())
        .anchors()
        .forEach(anchor -> publishers.add(Publisher.of(anchor.origin(), anchor.certificate())));
    return new TrustBase(
        anchors.plusFolder(settings.trustAnchors()), TrustPolicy.usual(), publishers);
  }

  private static String versionOf(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant() + " ";
    } catch (IOException e) {
      return "none ";
    }
  }
}
