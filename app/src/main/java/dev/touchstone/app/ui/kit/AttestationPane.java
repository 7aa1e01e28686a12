package dev.touchstone.app.ui.kit;

import dev.touchstone.rp.attestation.AttestationReport;
import javafx.scene.layout.VBox;

/** An attestation explained: the sentence, the facts, the certificates. */
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
    getChildren()
        .addAll(new Panel(report.trusted() ? Tone.GOOD : Tone.WARNING, report.sentence()), facts);
    if (!report.path().isEmpty()) {
      getChildren()
          .addAll(Texts.sectionTitle("Certificate path"), new CertificatePath(report.path()));
    }
  }
}
