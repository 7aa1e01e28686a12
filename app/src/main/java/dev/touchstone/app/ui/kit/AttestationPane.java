package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.attestation.AttestationReport;
import javafx.scene.layout.VBox;

/** An attestation explained: the facts and the certificates; its sentence is a panel of its own. */
public final class AttestationPane extends VBox {

  public AttestationPane(AttestationReport report) {
    getStyleClass().add("attestation");
    setMinHeight(USE_PREF_SIZE);
    Facts facts =
        new Facts()
            .add("Format", report.format())
            .add("Type", report.type())
            .add("Model", report.model().orElse("not known"))
            .addCopyable("AAGUID", report.aaguid());
    if (report.enterprise()) {
      facts.add("Enterprise", "the certificate tells this one key apart");
    }
    report
        .metadata()
        .forEach(listed ->
            facts.add("Metadata", "%s: %s".formatted(listed.origin(), listed.entry().history())));
    getChildren().add(facts);
    if (!report.path().isEmpty()) {
      getChildren()
          .addAll(Texts.sectionTitle("Certificate path"), new CertificatePath(report.path()));
    }
  }

  /** What it all comes to, in one sentence. */
  public static Panel sentence(AttestationReport report) {
    return new Panel(report.trusted() ? Tone.GOOD : Tone.WARNING, report.sentence());
  }
}
