package dev.touchstone.app.ui.trust;

import dev.touchstone.app.ui.kit.Badge;
import dev.touchstone.app.ui.kit.Facts;
import dev.touchstone.app.ui.kit.Form;
import dev.touchstone.app.ui.kit.Texts;
import dev.touchstone.app.ui.kit.Tone;
import dev.touchstone.rp.attestation.metadata.AuthenticatorStatus.Bearing;
import dev.touchstone.rp.attestation.metadata.Metadata.Listed;
import dev.touchstone.rp.attestation.metadata.MetadataStatement;
import dev.touchstone.rp.attestation.metadata.StatusReport;
import java.time.LocalDate;
import java.util.stream.Collectors;
import javafx.scene.layout.VBox;

/** All that the metadata say of one model. */
final class ModelCard extends VBox {

  ModelCard(Listed listed, LocalDate today) {
    setId("model-card");
    getStyleClass().add("tab-body");
    Facts facts =
        new Facts()
            .addCopyable("Id", listed.entry().id())
            .add("Told by", listed.origin())
            .add(
                "Certification",
                listed.entry().certificationOn(today).map(it -> it.word()).orElse("none"));
    getChildren().add(new Form(listed.entry().description(), facts));
    Facts history = new Facts();
    for (StatusReport report : listed.entry().statusReports()) {
      history.add(
          report.effectiveDate().map(LocalDate::toString).orElse("no date"),
          Form.flow(new Badge(report.word(), tone(report)), Texts.body(report.meaning())));
    }
    getChildren().add(new Form("Status reports", history));
    listed.entry().statement().ifPresent(it -> getChildren().add(statement(it)));
  }

  private static Form statement(MetadataStatement it) {
    Facts facts =
        new Facts()
            .add("Protocol", it.protocolFamily() + " " + String.join(", ", it.protocolVersions()))
            .add("Attestation", String.join(", ", it.attestationTypes()))
            .add("Algorithms", String.join(", ", it.algorithms()))
            .add("Verification", String.join("; or ", it.userVerification()))
            .add("Key storage", String.join(", ", it.keyProtection()))
            .add("Picture", it.icon().orElse("none"))
            .add(
                "Roots",
                it.roots().stream()
                    .map(root -> root.getSubjectX500Principal().toString())
                    .collect(Collectors.joining("\n")));
    return new Form("What the vendor states", facts);
  }

  private static Tone tone(StatusReport report) {
    if (report.isDanger()) {
      return Tone.BAD;
    }
    return report.status().filter(it -> it.bearing() == Bearing.CERTIFICATION).isPresent()
        ? Tone.GOOD
        : Tone.NEUTRAL;
  }
}
